import type {DeviceReport, MeasuredFormat, SyntheticSize} from "../../lib/catalog/device-report.js";
import type {LoadModel} from "../../lib/engine/api.js";

/** What the page uses of embed/v1/engine.js: fetched when the reader presses something. */
export interface EngineModule {
  loadModel: LoadModel;
}

/** What the page uses of embed/v1/laboratory.js: fetched when the reader presses something. */
export interface LaboratoryModule {
  measureDevice(options: {
    mode: DeviceReport["mode"];
    signal: AbortSignal;
    onProgress: (progress: Progress) => void;
  }): Promise<DeviceReport>;
  syntheticModel(size: SyntheticSize, format: MeasuredFormat): Blob;
}

/** How far a measurement has come. */
export interface Progress {
  step: "bandwidth" | "arithmetic" | "models" | "gpu";
  /** From 0 to 1. */
  fraction: number;
  secondsLeft: number;
}

/** The engine, as other sites import it too. */
export function fetchEngine(): Promise<EngineModule> {
  return import(embedded("engine.js")) as Promise<EngineModule>;
}

/** What measures the machine. */
export function fetchLaboratory(): Promise<LaboratoryModule> {
  return import(embedded("laboratory.js")) as Promise<LaboratoryModule>;
}

/** Where the site serves a bundle: beside its chapters. */
function embedded(name: string): string {
  return new URL(`../embed/v1/${name}`, document.baseURI).href;
}
