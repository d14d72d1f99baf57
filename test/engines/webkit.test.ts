import {findWebKit} from "../../scripts/browser/engines.js";
import {testEngine} from "./suite.js";
import {startWebKit} from "./webkit.js";

const programs = findWebKit();
testEngine("webkit", programs === undefined ? undefined : () => startWebKit(programs), {
  simd: "plain",
  narrowest: 447,
});
