package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"duizhao/check"
	"duizhao/glossary/schema"
)

type schemaOptions struct {
	config bool
	output string
}

func newGlossarySchemaCmd(u *ui) *cobra.Command {
	o := &schemaOptions{}
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Write the JSON Schema of glossary files, for editors",
		Long: `schema writes the JSON Schema of glossary files, with which an editor completes
keys and marks mistakes; with --of-config that of duizhao.yaml. An editor with
yaml-language-server (VS Code, Neovim, Helix …) takes it from the first line of a
file:

  # yaml-language-server: $schema=glossary.schema.json`,
		Example: `  duizhao glossary schema -o glossary.schema.json
  duizhao glossary schema --of-config -o duizhao.schema.json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runGlossarySchema(cmd.Context(), u, *o, cmd.Root())
		},
	}
	cmd.Flags().BoolVar(&o.config, "of-config", false, "the schema of duizhao.yaml")
	cmd.Flags().StringVarP(&o.output, "output", "o", stdinName, "write to this `FILE` (-: standard output)")
	return cmd
}

func runGlossarySchema(ctx context.Context, u *ui, o schemaOptions, root *cobra.Command) error {
	return u.writeResult(ctx, o.output, func(w io.Writer) error {
		if o.config {
			return writeJSON(w, configSchema(root))
		}
		_, err := w.Write(schema.Glossary())
		return err
	})
}

// schemaJSON is a part of a JSON Schema.
type schemaJSON map[string]any

// configSchema is the schema of duizhao.yaml: for each key the values that its
// flag takes.
func configSchema(root *cobra.Command) schemaJSON {
	properties := schemaJSON{}
	for _, k := range configKeys {
		flag := anyFlag(root, k.flag)
		if flag == nil {
			continue
		}
		property := valueSchema(k.key, flag.Value)
		if flag.Usage != "" {
			_, usage := pflag.UnquoteUsage(flag)
			property["description"] = usage
		}
		properties[k.key] = property
	}
	return schemaJSON{
		"$schema": "http://json-schema.org/draft-07/schema#", "title": "duizhao configuration",
		"description": "duizhao.yaml: defaults for the commands of duizhao", "type": []string{"object", "null"},
		"additionalProperties": false, "properties": properties,
	}
}

// anyFlag finds a flag at any of the commands.
func anyFlag(cmd *cobra.Command, name string) *pflag.Flag {
	if f := cmd.LocalFlags().Lookup(name); f != nil {
		return f
	}
	for _, c := range cmd.Commands() {
		if f := anyFlag(c, name); f != nil {
			return f
		}
	}
	return nil
}

// valueSchema is the schema of what a key of duizhao.yaml takes.
func valueSchema(key string, v pflag.Value) schemaJSON {
	text := schemaJSON{"type": []string{"string", "number"}}
	switch key {
	case "pairs":
		side := schemaJSON{"type": "string", "description": "pattern of files, with {name} for what both share"}
		return schemaJSON{"type": "array", "items": schemaJSON{
			"type": "object", "additionalProperties": false, "required": []string{"zh", "en"}, "properties": schemaJSON{"zh": side, "en": side},
		}}
	case "rules":
		severity := schemaJSON{"enum": []any{"error", "warning", "note", "off", false}}
		var names []string // of rules, and of their grades
		for _, r := range check.All {
			names = append(names, r.Name)
			for _, g := range r.Grades {
				if g.Name != "" {
					names = append(names, r.Name+"."+g.Name)
				}
			}
		}
		return schemaJSON{"type": "object", "propertyNames": schemaJSON{"enum": names}, "additionalProperties": severity}
	case "style":
		return schemaJSON{"type": "object", "additionalProperties": text}
	}
	switch v := v.(type) {
	case choice:
		return schemaJSON{"enum": v.allowed}
	case *choices:
		words := schemaJSON{"enum": v.allowed}
		return oneOrMany(words)
	case count:
		return schemaJSON{"type": "integer", "minimum": v.least}
	case *fileList:
		return oneOrMany(text)
	}
	switch kind := v.Type(); {
	case kind == "bool":
		return schemaJSON{"type": "boolean"}
	case strings.HasPrefix(kind, "int"):
		return schemaJSON{"type": "integer"}
	case strings.HasSuffix(kind, "Slice") || strings.HasSuffix(kind, "Array"):
		return oneOrMany(text)
	}
	return text
}

// oneOrMany is a value, or a list of such values.
func oneOrMany(item schemaJSON) schemaJSON {
	return schemaJSON{"anyOf": []schemaJSON{item, {"type": "array", "items": item}}}
}
