import {headOf, headPaths} from "./src/components/build/head.js";
import {liveElements} from "./src/components/build/markdown.js";
export default {root: "src", output: "dist", title: "Inference Arithmetic", globalStylesheets: [], style: "style.css", sidebar: false, footer: "", header: "", toc: false, pager: false, search: false, preserveExtension: true, pages: [], head: ({path}: {path: string}) => headOf(path), dynamicPaths: [...headPaths], markdownIt: liveElements};
