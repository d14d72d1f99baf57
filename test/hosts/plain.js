globalThis.told = [];
document.addEventListener("estimate", ({target, detail}) => told.push({id: target.id, detail}));
