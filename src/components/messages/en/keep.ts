/** Words about keeping the notebook on the device, and about its new versions. */
export const keep = {
  offer: (size: string) => `Keep for offline (${size})`,
  progress: (percent: string) => `Keeping … ${percent}`,
  kept: "Kept on this device: every page opens without a network. The demo model joins them once it has been run.",
  remove: "Remove",
  removed: "Removed from this device.",
  mend: "Fetch them again",
  missing: (count: string) => `The browser has cleared ${count} of the files that were kept.`,
  unable:
    "This browser keeps nothing for this page: it is a private window, or the address is not a safe one (https). Reading on works all the same.",
  problems: {
    offline: "The network broke off. What has come stays; press again to fetch the rest.",
    changed: (file: string) =>
      `The server has another ${file} than this page was made with. Load the page again, then press once more.`,
    "no room": (size: string) =>
      `The device gives this site no room for ${size}. Nothing is lost, and reading on works with the network.`,
    "no store": "This browser does not let the site keep anything. Reading on works all the same.",
  },
  newer: "A new version of the notebook is here.",
  take: "Take it",
  later: "Later",
  notHere: {
    title: "This page is not on your device",
    text: "There is no network, and what was asked for is not among the pages that were kept. It opens when there is a network again.",
    home: "To the first page",
  },
};
