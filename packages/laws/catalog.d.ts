import type {Edition, Machine, Model} from "./dist/catalog/catalog.js";

export type {Edition, Machine, Model, Sourced} from "./dist/catalog/catalog.js";

/** The version of the laws, and the last day on which a fact was read. */
export declare const edition: Edition;

/** Language models: name, architecture, where it was read, and when. */
export declare const models: readonly Model[];

/** Machines: name, hardware as on the data sheet, where it was read, and when. */
export declare const machines: readonly Machine[];

/**
 * The model of this name, as people write it: "llama 7b" finds "LLaMA-7B".
 *
 * @throws a sentence with the nearest names where there is none.
 */
export declare function findModel(name: string): Model;

/**
 * The machine of this name, as people write it: "NVIDIA GeForce RTX 4090" finds "RTX 4090".
 *
 * @throws a sentence with the nearest names where there is none, or where several fit.
 */
export declare function findMachine(name: string): Machine;
