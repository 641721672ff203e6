package main

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/dynblock"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/nomad/api"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

var fileSchema = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "variables"},
	{Type: "variable", LabelNames: []string{"name"}},
	{Type: "locals"},
	{Type: "job", LabelNames: []string{"name"}},
}}

var variableSchema = &hcl.BodySchema{
	Attributes: []hcl.AttributeSchema{{Name: "description"}, {Name: "default"}, {Name: "type"}},
	Blocks:     []hcl.BlockHeaderSchema{{Type: "validation"}},
}

var validationSchema = &hcl.BodySchema{
	Attributes: []hcl.AttributeSchema{{Name: "condition", Required: true}, {Name: "error_message", Required: true}},
}

func parse(file string, source []byte) (*api.Job, hcl.Diagnostics) {
	parsed, diagnostics := hclsyntax.ParseConfig(source, file, hcl.InitialPos)
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	openFreeMaps(parsed.Body.(*hclsyntax.Body))
	content, diagnostics := parsed.Body.Content(fileSchema)
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	context := &hcl.EvalContext{Functions: functions(filepath.Dir(file)), Variables: map[string]cty.Value{}}
	variables, found := inputVariables(content, context)
	diagnostics = append(diagnostics, found...)
	context.Variables["var"] = cty.ObjectVal(variables)
	diagnostics = append(diagnostics, localValues(content, context)...)
	job, found := decodeJob(content, context)
	return job, append(diagnostics, found...)
}

func decodeJob(content *hcl.BodyContent, context *hcl.EvalContext) (*api.Job, hcl.Diagnostics) {
	jobs := content.Blocks.OfType("job")
	if len(jobs) != 1 {
		return nil, refuse(hcl.Range{}, fmt.Errorf("A file holds one job block, this one has %d", len(jobs)))
	}
	job := &api.Job{}
	diagnostics := decode(dynblock.Expand(jobs[0].Body, context), context, reflect.ValueOf(job).Elem())
	if job.ID == nil {
		job.ID = &jobs[0].Labels[0]
	}
	if job.Name == nil {
		job.Name = &jobs[0].Labels[0]
	}
	sortPorts(job)
	return job, diagnostics
}

// sortPorts: a port with `static` is reserved, every other one is given by the scheduler.
func sortPorts(job *api.Job) {
	for _, group := range job.TaskGroups {
		networks := append([]*api.NetworkResource{}, group.Networks...)
		for _, task := range group.Tasks {
			if task.Resources != nil {
				networks = append(networks, task.Resources.Networks...)
			}
		}
		for _, network := range networks {
			var dynamic []api.Port
			for _, port := range network.DynamicPorts {
				if port.Value > 0 {
					network.ReservedPorts = append(network.ReservedPorts, port)
				} else {
					dynamic = append(dynamic, port)
				}
			}
			network.DynamicPorts = dynamic
		}
	}
}

func inputVariables(content *hcl.BodyContent, context *hcl.EvalContext) (map[string]cty.Value, hcl.Diagnostics) {
	values := map[string]cty.Value{}
	var diagnostics hcl.Diagnostics
	for _, block := range content.Blocks.OfType("variables") {
		attributes, found := block.Body.JustAttributes()
		diagnostics = append(diagnostics, found...)
		for name, attribute := range attributes {
			value, found := attribute.Expr.Value(context)
			diagnostics = append(diagnostics, found...)
			values[name] = value
		}
	}
	for _, block := range content.Blocks.OfType("variable") {
		name := block.Labels[0]
		if _, twice := values[name]; twice || !hclsyntax.ValidIdentifier(name) {
			diagnostics = append(diagnostics, refuse(block.DefRange, fmt.Errorf("Duplicate or invalid variable %q", name))...)
			continue
		}
		value, found := variableValue(block, context)
		diagnostics = append(diagnostics, found...)
		values[name] = value
	}
	return values, diagnostics
}

func variableValue(block *hcl.Block, context *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	content, diagnostics := block.Body.Content(variableSchema)
	wanted := cty.DynamicPseudoType
	if attribute, ok := content.Attributes["type"]; ok {
		var found hcl.Diagnostics
		wanted, found = typeexpr.Type(attribute.Expr)
		diagnostics = append(diagnostics, found...)
	}
	value := made(wanted)
	if attribute, ok := content.Attributes["default"]; ok {
		var found hcl.Diagnostics
		value, found = attribute.Expr.Value(&hcl.EvalContext{Functions: context.Functions})
		diagnostics = append(diagnostics, found...)
	}
	if diagnostics.HasErrors() {
		return cty.DynamicVal, diagnostics
	}
	converted, err := convert.Convert(value, wanted)
	if err != nil {
		return cty.DynamicVal, refuse(block.DefRange, fmt.Errorf("Invalid value for variable %q: %w", block.Labels[0], err))
	}
	for _, validation := range content.Blocks {
		diagnostics = append(diagnostics, validateVariable(block.Labels[0], converted, validation, context)...)
	}
	return converted, diagnostics
}

// made: a variable without a default is given as `-var name=1`: text for text and numbers, an expression for the rest.
func made(wanted cty.Type) cty.Value {
	if wanted == cty.String || wanted == cty.Number || wanted == cty.DynamicPseudoType {
		return cty.StringVal("1")
	}
	return cty.NumberIntVal(1)
}

func validateVariable(name string, value cty.Value, validation *hcl.Block, context *hcl.EvalContext) hcl.Diagnostics {
	content, diagnostics := validation.Body.Content(validationSchema)
	if diagnostics.HasErrors() {
		return diagnostics
	}
	own := &hcl.EvalContext{Functions: context.Functions, Variables: map[string]cty.Value{"var": cty.ObjectVal(map[string]cty.Value{name: value})}}
	result, diagnostics := content.Attributes["condition"].Expr.Value(own)
	if diagnostics.HasErrors() {
		return diagnostics
	}
	if holds, err := convert.Convert(result, cty.Bool); err != nil || holds.IsNull() || holds.False() {
		return refuse(validation.DefRange, fmt.Errorf("The value of variable %q breaks its validation rule", name))
	}
	message, diagnostics := content.Attributes["error_message"].Expr.Value(own)
	if !diagnostics.HasErrors() && (message.Type() != cty.String || !isSentence(message.AsString())) {
		return refuse(validation.DefRange, fmt.Errorf("Validation error message of %q must be a full sentence", name))
	}
	return diagnostics
}

func isSentence(text string) bool {
	return text != "" && strings.ToUpper(text[:1]) == text[:1] && strings.ContainsAny(text[len(text)-1:], ".?!")
}

// localValues: locals may use each other in any order; what cannot be evaluated in a whole round is wrong.
func localValues(content *hcl.BodyContent, context *hcl.EvalContext) hcl.Diagnostics {
	pending := map[string]hcl.Expression{}
	var diagnostics hcl.Diagnostics
	for _, block := range content.Blocks.OfType("locals") {
		attributes, found := block.Body.JustAttributes()
		diagnostics = append(diagnostics, found...)
		for name, attribute := range attributes {
			pending[name] = attribute.Expr
		}
	}
	values := map[string]cty.Value{}
	context.Variables["local"] = cty.EmptyObjectVal
	for len(pending) > 0 {
		var failed hcl.Diagnostics
		before := len(pending)
		for name, expression := range pending {
			value, found := evaluate(expression, context)
			if found.HasErrors() {
				failed = append(failed, found...)
				continue
			}
			values[name] = value
			context.Variables["local"] = cty.ObjectVal(values)
			delete(pending, name)
		}
		if len(pending) == before {
			return append(diagnostics, failed...)
		}
	}
	return diagnostics
}

// evaluate leaves what only the client knows, such as `${attr.kernel.name}`, as the text that was written.
func evaluate(expression hcl.Expression, context *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	runtime := map[string]any{}
	for _, traversal := range expression.Variables() {
		if !defined(traversal.RootName(), context) {
			remember(runtime, traversal)
		}
	}
	if len(runtime) == 0 {
		return expression.Value(context)
	}
	child := context.NewChild()
	child.Variables = map[string]cty.Value{}
	for name, tree := range runtime {
		child.Variables[name] = asText(name, tree)
	}
	return expression.Value(child)
}

func defined(name string, context *hcl.EvalContext) bool {
	for ; context != nil; context = context.Parent() {
		if _, ok := context.Variables[name]; ok {
			return true
		}
	}
	return false
}

func remember(tree map[string]any, traversal hcl.Traversal) {
	names := []string{traversal.RootName()}
	for _, step := range traversal[1:] {
		if attribute, ok := step.(hcl.TraverseAttr); ok {
			names = append(names, attribute.Name)
		}
	}
	for _, name := range names {
		child, ok := tree[name].(map[string]any)
		if !ok {
			child = map[string]any{}
			tree[name] = child
		}
		tree = child
	}
}

func asText(path string, tree any) cty.Value {
	children := tree.(map[string]any)
	if len(children) == 0 {
		return cty.StringVal("${" + path + "}")
	}
	values := map[string]cty.Value{}
	for name, child := range children {
		values[name] = asText(path+"."+name, child)
	}
	return cty.ObjectVal(values)
}

// openFreeMaps: in a driver's `config` and a scaling `policy` a block is another way to write a list of objects.
func openFreeMaps(body *hclsyntax.Body) {
	for _, block := range body.Blocks {
		if block.Type == "config" || block.Type == "policy" {
			foldBlocks(block.Body)
		} else {
			openFreeMaps(block.Body)
		}
	}
}

func foldBlocks(body *hclsyntax.Body) {
	for _, block := range body.Blocks {
		foldBlocks(block.Body)
		object := hclsyntax.Expression(objectOf(block.Body))
		for index := len(block.Labels) - 1; index >= 0; index-- {
			object = &hclsyntax.ObjectConsExpr{SrcRange: block.Range(), Items: []hclsyntax.ObjectConsItem{item(block.Labels[index], object)}}
		}
		attribute, ok := body.Attributes[block.Type]
		if !ok {
			attribute = &hclsyntax.Attribute{Name: block.Type, SrcRange: block.Range(), NameRange: block.TypeRange, Expr: &hclsyntax.TupleConsExpr{SrcRange: block.Range()}}
			body.Attributes[block.Type] = attribute
		}
		if tuple, ok := attribute.Expr.(*hclsyntax.TupleConsExpr); ok {
			tuple.Exprs = append(tuple.Exprs, object)
		}
	}
	body.Blocks = nil
}

func objectOf(body *hclsyntax.Body) *hclsyntax.ObjectConsExpr {
	object := &hclsyntax.ObjectConsExpr{SrcRange: body.SrcRange}
	for name, attribute := range body.Attributes {
		object.Items = append(object.Items, item(name, attribute.Expr))
	}
	return object
}

func item(name string, value hclsyntax.Expression) hclsyntax.ObjectConsItem {
	return hclsyntax.ObjectConsItem{KeyExpr: &hclsyntax.LiteralValueExpr{Val: cty.StringVal(name)}, ValueExpr: value}
}
