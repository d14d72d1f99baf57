import {liveElements} from "./src/components/build/markdown.js";
export default {root: "src", output: "dist", title: "Inference Arithmetic", globalStylesheets: [], style: "style.css", sidebar: false, footer: "", header: "", toc: false, pager: false, search: false, preserveExtension: true, pages: [], markdownIt: liveElements};
