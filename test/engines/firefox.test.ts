import {findFirefox} from "../../scripts/browser/engines.js";
import {startFirefox} from "./firefox.js";
import {testEngine} from "./suite.js";

const program = findFirefox();
testEngine("firefox", program === undefined ? undefined : () => startFirefox(program), {
  simd: "relaxed",
});
