import {createElement as h, useState} from "react";
import {createRoot} from "react-dom/client";
import "SITE/embed/v1/roofline.js";

function Page() {
  const [batch, setBatch] = useState(8);
  const [speed, setSpeed] = useState(0);
  const [shown, setShown] = useState(true);
  return h(
    "main",
    null,
    h("h1", null, "React"),
    h("p", {id: "speed"}, Math.round(speed)),
    h("button", {id: "more", onClick: () => setBatch(batch * 2)}, "Double"),
    h("button", {id: "away", onClick: () => setShown(!shown)}, "Away"),
    shown &&
      h("inference-roofline", {
        machine: "Apple M1",
        batch,
        onestimate: ({detail}) => setSpeed(detail.estimate.decode.tokensPerSecond),
      }),
  );
}

createRoot(document.querySelector("#root")).render(h(Page));
