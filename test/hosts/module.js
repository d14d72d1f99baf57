import {mount} from "SITE/embed/v1/latency-batch.js";
import {mount as mountEquation} from "SITE/embed/v1/equation-promptTime.js";

globalThis.told = [];
const figure = mount(document.querySelector("#figure"), {
  machine: "Apple M2 Ultra",
  batch: 16,
  theme: "light",
});
figure.addEventListener("estimate", ({detail}) => told.push(detail));
mountEquation(document.querySelector("#equation"), {prompt: 1000});

try {
  mount(document.querySelector("#figure"), {readers: 16});
} catch (error) {
  globalThis.refused = `${error.name}: ${error.message}`;
}
