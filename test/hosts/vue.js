import {createApp, h, ref} from "vue";
import "SITE/embed/v1/roofline.js";

createApp({
  setup() {
    const batch = ref(8);
    const speed = ref(0);
    const shown = ref(true);
    return () =>
      h("main", [
        h("h1", "Vue"),
        h("p", {id: "speed"}, Math.round(speed.value)),
        h("button", {id: "more", onClick: () => (batch.value *= 2)}, "Double"),
        h("button", {id: "away", onClick: () => (shown.value = !shown.value)}, "Away"),
        shown.value &&
          h("inference-roofline", {
            machine: "Apple M1",
            batch: batch.value,
            onEstimate: ({detail}) => (speed.value = detail.estimate.decode.tokensPerSecond),
          }),
      ]);
  },
}).mount("#root");
