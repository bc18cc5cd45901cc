"""The HTTP interface described for programs: OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

import configurator

_PATHS: tuple[tuple[str, str, str, str, tuple[str, ...], tuple[int, ...]], ...] = (
    ("get", "/api/health", "That the server lives, and how its workers are", "application/json", (), (200,)),
    ("get", "/api/templates", "What can be configured", "application/json", (), (200,)),
    ("get", "/api/templates/{template}/schema", "A template's choices as JSON Schema", "application/schema+json",
     ("language",), (200, 404)),
    ("get", "/api/templates/{template}/picture", "A picture of a template's product", "image/*", (), (200, 304, 404)),
    ("get", "/api/templates/{template}/options/{parameter}/{option}", "A picture of an option", "image/webp", (),
     (200, 304, 404)),
    ("get", "/api/templates/{template}/fonts/{font}.ttf", "A typeface that a text can be cut in", "font/ttf", (),
     (200, 206, 304, 404, 416)),
    ("get", "/api/scene/{key}/{language}.json", "A scene: parts, meshes, placements, looks; waits until it is built",
     "application/json", (), (200, 404, 422, 503)),
    ("get", "/api/mesh/{mesh}.glb", "The mesh of one shape: metres, Y up; never changes", "model/gltf-binary", (),
     (200, 206, 304, 404, 416, 422, 503)),
    ("get", "/api/view/{key}.glb", "The whole product as one GLB", "model/gltf-binary", (),
     (200, 206, 304, 404, 416, 422, 503)),
    ("get", "/api/cost/{key}/{language}.json", "What an order costs about, and whether it can be made: an estimate",
     "application/json", ("quantity",), (200, 404, 422, 503)),
    ("get", "/api/makeability/{key}/{language}.json", "Whether it can be made, looked at on the solids; takes seconds",
     "application/json", (), (200, 404, 422, 503)),
    ("get", "/api/route/{key}/{language}.json", "Blanks and operations in order, with estimated minutes", "application/json",
     ("quantity",), (200, 404, 422, 503)),
    ("get", "/api/characteristics/{key}/{language}.json", "What is controlled of each part, and on which faces",
     "application/json", (), (200, 404, 422, 503)),
    ("get", "/api/configurations/{key}/package.zip", "The job package of a configuration that is on a page", "application/zip",
     ("language",), (200, 206, 304, 404, 416, 422, 503)),
    ("get", "/api/jobs/{token}", "A job: manifest, files with size and sha256, what happened", "application/json", (),
     (200, 404, 422, 503)),
    ("get", "/api/jobs/{token}/package.zip", "The whole package of a job", "application/zip", ("version",),
     (200, 206, 304, 404, 416, 422, 503)),
    ("get", "/api/jobs/{token}/files/{path}", "One file of the package", "application/octet-stream", ("version",),
     (200, 206, 304, 404, 416, 422, 503)),
    ("post", "/api/jobs/{token}/acknowledge", "The workshop takes the job as it is now; body {\"by\": name}, or none",
     "application/json", (), (200, 404)),
    ("post", "/api/jobs/{token}/questions", "The workshop asks something; body {\"text\": question}", "application/json", (),
     (201, 404, 422)),
    ("post", "/api/jobs/{token}/measured", "A filled inspection sheet, CSV or XLSX as it is in the body: what conforms",
     "application/json", ("name", "language"), (200, 404, 422)),
)
_SAID = {200: "As asked", 201: "Noted", 206: "The range that was asked for", 304: "Unchanged: the ETag is the same",
         404: "There is no such thing, or not any more", 416: "The range lies outside",
         422: "It cannot be built or read; says why",
         503: "Too busy or interrupted; ask again after Retry-After"}


def document() -> dict[str, Any]:
    """The description as plain JSON."""
    paths: dict[str, Any] = {}
    for method, path, summary, media, queries, statuses in _PATHS:
        inside = [each.partition("}")[0] for each in path.split("{")[1:]]
        responses = {str(status): {"description": _SAID[status], "content": {
            media if status < 300 else "application/json": {"schema": {"$ref": "#/components/schemas/Error"} if status >= 400
                                                            else {}}}} for status in statuses}
        for status in ("304", "416"):
            if status in responses:
                del responses[status]["content"]
        entry: dict[str, Any] = {
            "summary": summary, "operationId": f"{method} {path}",
            "parameters": [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in inside]
            + [{"name": name, "in": "query", "schema": {"type": "string"}} for name in queries], "responses": responses}
        if method == "post":
            body = "application/octet-stream" if path.endswith("/measured") else "application/json"
            entry["requestBody"] = {"content": {body: {"schema": {} if body.endswith("stream") else {"type": "object"}}}}
        paths.setdefault(path, {})[method] = entry
    return {"openapi": "3.1.0", "info": {
        "title": "Lot One", "version": configurator.__version__,
        "description": "Job packages, files and meshes over plain HTTP. Who has the signed link of a job has the job."},
        "paths": paths, "components": {"schemas": {"Error": {"type": "object", "properties": {"error": {
            "type": "object", "properties": {
                "code": {"type": "string"}, "retry": {"type": "boolean"},
                "sentences": {"type": "object", "additionalProperties": {"type": "string"}}}}}}}}}
