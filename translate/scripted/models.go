package scripted

import "net/http"

// Shape is the make of server whose list of models is imitated.
type Shape string

// The makes, each with what its list of models has of its own. Checked
// against the documentation of each.
const (
	Ollama   Shape = "ollama"    // owned_by "library"
	LMStudio Shape = "lm-studio" // lists models for embeddings, too, and first
	LlamaCpp Shape = "llama.cpp" // a second list "models" in Ollama's own form
	VLLM     Shape = "vllm"      // max_model_len, permissions
	NotOurs  Shape = "not-ours"  // some other service that has the path
)

func (s *Server) serveModels(w http.ResponseWriter) {
	name := s.Model
	if name == "" {
		name = "scripted"
	}
	model := map[string]any{"id": name, "object": "model", "created": 1}
	list := map[string]any{"object": "list", "data": []any{model}}
	switch s.Shape {
	case Ollama:
		model["owned_by"] = "library"
	case LMStudio:
		model["owned_by"] = "organization_owner"
		list["data"] = []any{map[string]any{"id": "text-embedding-nomic-embed-text-v1.5", "object": "model", "owned_by": "organization_owner"}, model}
	case LlamaCpp:
		model["owned_by"] = "llamacpp"
		model["meta"] = map[string]any{"n_ctx_train": 4096, "n_vocab": 32000}
		list["models"] = []any{map[string]any{"name": name, "model": name, "type": "model"}}
	case NotOurs:
		list = map[string]any{"models": []string{"T", "S"}, "count": 2}
	default:
		model["owned_by"] = "vllm"
		model["max_model_len"] = 4096
		model["permission"] = []any{}
	}
	writeJSON(w, http.StatusOK, list)
}
