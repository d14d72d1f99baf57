import {beginFrame} from "../embed/begin.js";

await beginFrame();
