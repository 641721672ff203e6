package main

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/nomad/api"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/gocty"
)

// extension is what the job language takes beyond the tags of a struct.
type extension struct {
	alsoAttributes []string                // maps that may be written `meta = {…}` as well as `meta {…}`
	operators      []string                // attributes that name an operator: `regexp = "…"`
	blocks         []hcl.BlockHeaderSchema // blocks without a field
}

var extensions = map[reflect.Type]extension{
	reflect.TypeFor[api.Job]():       {alsoAttributes: []string{"meta"}, blocks: []hcl.BlockHeaderSchema{{Type: "vault"}, {Type: "task", LabelNames: []string{"name"}}}},
	reflect.TypeFor[api.TaskGroup](): {alsoAttributes: []string{"meta"}, blocks: []hcl.BlockHeaderSchema{{Type: "vault"}}},
	reflect.TypeFor[api.Task]():      {alsoAttributes: []string{"env", "meta"}},
	reflect.TypeFor[api.Constraint](): {operators: []string{"distinct_property", "distinct_hosts", "regexp", "version", "semver",
		"set_contains", "set_contains_all", "set_contains_any", "is_set", "is_not_set"}},
	reflect.TypeFor[api.Affinity](): {operators: []string{"regexp", "version", "semver", "set_contains", "set_contains_all", "set_contains_any"}},
}

var scalingTypes = map[string]string{"cpu": "vertical_cpu", "mem": "vertical_mem"}

// field is one tagged field of an API struct.
type field struct {
	index    int
	name     string
	required bool
}

type layout struct {
	attributes map[string]field
	blocks     map[string]field
	labels     []int
}

func layoutOf(structure reflect.Type) layout {
	result := layout{attributes: map[string]field{}, blocks: map[string]field{}}
	for index := range structure.NumField() {
		tag, tagged := structure.Field(index).Tag.Lookup("hcl")
		if !tagged {
			continue
		}
		name, kind, _ := strings.Cut(tag, ",")
		switch kind {
		case "label":
			result.labels = append(result.labels, index)
		case "block":
			result.blocks[name] = field{index: index, name: name}
		case "", "attr", "optional":
			result.attributes[name] = field{index: index, name: name, required: kind != "optional"}
		}
	}
	return result
}

func schemaOf(structure reflect.Type, fields layout) *hcl.BodySchema {
	schema := &hcl.BodySchema{}
	for name, attribute := range fields.attributes {
		schema.Attributes = append(schema.Attributes, hcl.AttributeSchema{Name: name, Required: attribute.required})
	}
	for name, block := range fields.blocks {
		schema.Blocks = append(schema.Blocks, hcl.BlockHeaderSchema{Type: name, LabelNames: labelsOf(structure, name, structure.Field(block.index).Type)})
	}
	extra := extensions[structure]
	for _, name := range append(extra.alsoAttributes, extra.operators...) {
		schema.Attributes = append(schema.Attributes, hcl.AttributeSchema{Name: name})
	}
	schema.Blocks = append(schema.Blocks, extra.blocks...)
	return schema
}

// labelsOf: a task's `scaling` names its resource in a label, of which the struct knows nothing.
func labelsOf(owner reflect.Type, name string, target reflect.Type) []string {
	if owner == reflect.TypeFor[api.Task]() && name == "scaling" {
		return []string{"name"}
	}
	element := elementOf(target)
	if element.Kind() != reflect.Struct {
		return nil
	}
	return make([]string, len(layoutOf(element).labels))
}

// elementOf is the struct, or the map's value, that one block fills.
func elementOf(target reflect.Type) reflect.Type {
	for target.Kind() == reflect.Pointer || target.Kind() == reflect.Slice || target.Kind() == reflect.Map {
		if isFreeMap(target) {
			return target
		}
		target = target.Elem()
	}
	return target
}

// isFreeMap: a map whose keys are the user's, in contrast to a map of labelled blocks.
func isFreeMap(target reflect.Type) bool {
	return target.Kind() == reflect.Map && elementKind(target.Elem()) != reflect.Struct
}

func elementKind(target reflect.Type) reflect.Kind {
	if target.Kind() == reflect.Pointer {
		return target.Elem().Kind()
	}
	return target.Kind()
}

func decode(body hcl.Body, context *hcl.EvalContext, target reflect.Value) hcl.Diagnostics {
	fields := layoutOf(target.Type())
	content, diagnostics := body.Content(schemaOf(target.Type(), fields))
	for name, attribute := range content.Attributes {
		diagnostics = append(diagnostics, decodeAttribute(name, attribute, context, target, fields)...)
	}
	seen := map[string]bool{}
	for _, block := range content.Blocks {
		diagnostics = append(diagnostics, decodeBlock(block, context, target, fields, seen)...)
	}
	return diagnostics
}

func decodeAttribute(name string, attribute *hcl.Attribute, context *hcl.EvalContext, target reflect.Value, fields layout) hcl.Diagnostics {
	value, diagnostics := evaluate(attribute.Expr, context)
	if diagnostics.HasErrors() {
		return diagnostics
	}
	if known, ok := fields.attributes[name]; ok {
		return refuse(attribute.Expr.Range(), assign(value, target.Field(known.index)))
	}
	if known, ok := fields.blocks[name]; ok {
		return refuse(attribute.Expr.Range(), assign(value, target.Field(known.index)))
	}
	return refuse(attribute.Expr.Range(), assignOperator(name, value, target))
}

// assignOperator: `regexp = "x"` is short for `operator = "regexp"` and `value = "x"`.
func assignOperator(name string, value cty.Value, target reflect.Value) error {
	operand, right := target.FieldByName("Operand"), target.FieldByName("RTarget")
	switch name {
	case "distinct_hosts":
		enabled, err := convert.Convert(value, cty.Bool)
		if err == nil && enabled.True() {
			operand.SetString(name)
		}
		return err
	case "distinct_property", "is_set", "is_not_set":
		operand.SetString(name)
		return assign(value, target.FieldByName("LTarget"))
	}
	operand.SetString(name)
	return assign(value, right)
}

func decodeBlock(block *hcl.Block, context *hcl.EvalContext, target reflect.Value, fields layout, seen map[string]bool) hcl.Diagnostics {
	known, ok := fields.blocks[block.Type]
	if !ok {
		return decodeExtra(block, context, target)
	}
	slot := target.Field(known.index)
	repeats := slot.Kind() == reflect.Slice || (slot.Kind() == reflect.Map && !isFreeMap(slot.Type()))
	key := block.Type + "\x00" + strings.Join(block.Labels, "\x00")
	if seen[block.Type] && !repeats || slot.Kind() == reflect.Map && seen[key] {
		return refuse(block.DefRange, fmt.Errorf("Duplicate %s block", block.Type))
	}
	seen[block.Type], seen[key] = true, true
	if isFreeMap(slot.Type()) {
		return decodeFreeMap(block.Body, context, slot)
	}
	element := reflect.New(elementOf(slot.Type()))
	diagnostics := decode(block.Body, context, element.Elem())
	diagnostics = append(diagnostics, labelled(block, element.Elem(), target.Type())...)
	place(slot, element, block.Labels)
	return diagnostics
}

func labelled(block *hcl.Block, element reflect.Value, owner reflect.Type) hcl.Diagnostics {
	if policy, ok := element.Addr().Interface().(*api.ScalingPolicy); ok {
		return typeScaling(block, policy, owner)
	}
	for position, index := range layoutOf(element.Type()).labels {
		slot := element.Field(index)
		if slot.Kind() == reflect.Pointer {
			slot.Set(reflect.New(slot.Type().Elem()))
			slot = slot.Elem()
		}
		slot.SetString(block.Labels[position])
	}
	return nil
}

func typeScaling(block *hcl.Block, policy *api.ScalingPolicy, owner reflect.Type) hcl.Diagnostics {
	expected := "horizontal"
	if owner == reflect.TypeFor[api.Task]() {
		expected = scalingTypes[strings.ToLower(block.Labels[0])]
		if expected == "" {
			return refuse(block.LabelRanges[0], fmt.Errorf(`scaling policy name must be "cpu" or "mem"`))
		}
	}
	if policy.Type == "" {
		policy.Type = expected
	}
	if policy.Type != expected {
		return refuse(block.DefRange, fmt.Errorf("Invalid policy type, expected %q but found %q", expected, policy.Type))
	}
	return nil
}

func place(slot, element reflect.Value, labels []string) {
	switch slot.Kind() {
	case reflect.Pointer:
		slot.Set(element)
	case reflect.Slice:
		if slot.Type().Elem().Kind() != reflect.Pointer {
			element = element.Elem()
		}
		slot.Set(reflect.Append(slot, element))
	case reflect.Map:
		if slot.IsNil() {
			slot.Set(reflect.MakeMap(slot.Type()))
		}
		slot.SetMapIndex(reflect.ValueOf(labels[0]), element)
	default:
		slot.Set(element.Elem())
	}
}

// decodeExtra: `vault` of a job or group applies to its tasks, and a job's own `task` is a group of one.
func decodeExtra(block *hcl.Block, context *hcl.EvalContext, target reflect.Value) hcl.Diagnostics {
	if block.Type == "vault" {
		return decode(block.Body, context, reflect.ValueOf(&api.Vault{}).Elem())
	}
	task := &api.Task{Name: block.Labels[0]}
	diagnostics := decode(block.Body, context, reflect.ValueOf(task).Elem())
	job := target.Addr().Interface().(*api.Job)
	job.TaskGroups = append(job.TaskGroups, &api.TaskGroup{Name: &task.Name, Tasks: []*api.Task{task}})
	return diagnostics
}

func decodeFreeMap(body hcl.Body, context *hcl.EvalContext, slot reflect.Value) hcl.Diagnostics {
	attributes, diagnostics := body.JustAttributes()
	slot.Set(reflect.MakeMap(slot.Type()))
	for name, attribute := range attributes {
		value, found := evaluate(attribute.Expr, context)
		diagnostics = append(diagnostics, found...)
		if found.HasErrors() {
			continue
		}
		element := reflect.New(slot.Type().Elem()).Elem()
		diagnostics = append(diagnostics, refuse(attribute.Expr.Range(), assign(value, element))...)
		slot.SetMapIndex(reflect.ValueOf(name), element)
	}
	return diagnostics
}

func assign(value cty.Value, slot reflect.Value) error {
	if !value.IsWhollyKnown() {
		return fmt.Errorf("Unsuitable value: it is not known")
	}
	if slot.Kind() == reflect.Interface { // a driver's setting: judged by drivers.go
		slot.Set(reflect.ValueOf(value))
		return nil
	}
	if value.IsNull() {
		return nil
	}
	if slot.Type() == reflect.TypeFor[time.Duration]() || slot.Type() == reflect.TypeFor[*time.Duration]() {
		return assignDuration(value, slot)
	}
	wanted, err := gocty.ImpliedType(slot.Interface())
	if err != nil {
		return err
	}
	converted, err := convert.Convert(value, wanted)
	if err != nil {
		return fmt.Errorf("Unsuitable value type: %w", err)
	}
	return gocty.FromCtyValue(converted, slot.Addr().Interface())
}

// assignDuration: a duration is text with a unit, or a whole number of nanoseconds.
func assignDuration(value cty.Value, slot reflect.Value) error {
	var duration time.Duration
	switch value.Type() {
	case cty.String:
		parsed, err := time.ParseDuration(value.AsString())
		if err != nil {
			return fmt.Errorf("Unsuitable duration value: %w", err)
		}
		duration = parsed
	case cty.Number:
		var nanoseconds int64
		if err := gocty.FromCtyValue(value, &nanoseconds); err != nil {
			return err
		}
		duration = time.Duration(nanoseconds)
	default:
		return fmt.Errorf("Unsuitable value: expected a string but found %s", value.Type().FriendlyName())
	}
	if slot.Kind() == reflect.Pointer {
		slot.Set(reflect.ValueOf(&duration))
	} else {
		slot.Set(reflect.ValueOf(duration))
	}
	return nil
}

func refuse(subject hcl.Range, err error) hcl.Diagnostics {
	if err == nil {
		return nil
	}
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: err.Error(), Subject: &subject}}
}
