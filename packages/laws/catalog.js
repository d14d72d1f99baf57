import {findMachine as findMachineIn, findModel as findModelIn} from "./dist/catalog/find.js";
import {facts} from "./dist/facts.js"; // written from data/*.csv when the package is made

export const {edition, models, machines} = facts;

export const findModel = (name) => findModelIn(facts, name);

export const findMachine = (name) => findMachineIn(facts, name);
