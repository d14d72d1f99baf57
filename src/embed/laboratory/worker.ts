import {serveMeasurements, type WorkerScope} from "../../lib/device/worker.js";

serveMeasurements(globalThis as unknown as WorkerScope);
