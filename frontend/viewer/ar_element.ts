import "@google/model-viewer/dist/model-viewer.min.js";
