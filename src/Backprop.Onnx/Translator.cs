// Backprop.Onnx: writes what a net does as an ONNX graph. It reads the record of a forward pass; it knows no layer but
// the recurrent ones, and runs nothing.
using Backprop.Ops;

namespace Backprop.Onnx;

/// <summary>Operations as nodes, one after the other. What an op means in ONNX's words stands in the parts of this
/// class.</summary>
internal sealed partial class Translator
{
    private readonly Recording recording;
    private readonly Probes probes;
    private readonly GraphWriter graph = new();
    private readonly Sizes sizes;
    private readonly MadeValues made;

    private Translator(Recording recording, Probes probes)
    {
        this.recording = recording;
        this.probes = probes;
        graph.Reserve(OnnxExport.Input);
        graph.Reserve(OnnxExport.Output);
        recording.Input.Name = OnnxExport.Input;
        sizes = new Sizes(graph, probes, OnnxExport.Input);
        made = new MadeValues(graph, sizes);
    }

    /// <summary>The graph of a net.</summary>
    /// <exception cref="NotSupportedException">Something in it has no counterpart.</exception>
    internal static GraphProto Translate(Recording recording, Probes probes, string name)
    {
        var translator = new Translator(recording, probes);
        translator.ReserveStateNames();
        foreach (var operation in recording.Operations)
        {
            translator.graph.Layer = operation.Layer;
            translator.Write(operation);
        }
        translator.graph.Layer = "";
        var graph = translator.graph.Finish(name, translator.NameOf(recording.Output), OnnxExport.Output);
        graph.Input.Add(translator.Describe(OnnxExport.Input, recording.Input));
        graph.Output.Add(translator.Describe(OnnxExport.Output, recording.Output));
        return graph;
    }

    private void ReserveStateNames()
    {
        foreach (var value in recording.Operations.SelectMany(operation => operation.Inputs))
        {
            if (value.StateName is not null)
                graph.Reserve(value.StateName);
        }
    }

    private void Write(Operation step)
    {
        if (step.Maker is RecurrentLayer.Recurrence)
            WriteRecurrence(step);
        else
            step.Result.Name = Node(step);
    }

    private string Node(Operation step) => step.Maker switch
    {
        Elementwise op => WriteElementwise(step, op),
        Cast cast => graph.Add("Cast", [Only(step)], Attributes.Of("to", (int)ElementTypes.Of(cast.To))),
        Clone => graph.Add("Identity", [Only(step)]),
        MatMul => graph.Add("MatMul", [NameOf(step.Inputs[0]), NameOf(step.Inputs[1])]),
        Reshape => WriteReshape(step),
        Expand => WriteExpand(step),
        Permute permute => graph.Add("Transpose", [Only(step)], Attributes.Row("perm", permute.Order)),
        Narrow => WriteNarrow(step),
        Embed embed => WriteEmbed(step, embed),
        Concat concat => graph.Add("Concat", [.. step.Inputs.Select(NameOf)], Attributes.Of("axis", concat.Axis)),
        Gather gather => WriteGather(step, gather),
        Reduce reduce => WriteReduce(step, reduce),
        Reducer.Place place => WritePlace(step, place),
        Ops.Softmax => graph.Add("Softmax", [Only(step)], Attributes.Of("axis", -1)),
        Ops.LogSoftmax => graph.Add("LogSoftmax", [Only(step)], Attributes.Of("axis", -1)),
        MaskedSoftmax => WriteMaskedSoftmax(step),
        Standardise norm => WriteStandardise(step, norm),
        Convolve convolve => WriteConvolve(step, convolve),
        ConvolveBack back => WriteConvolveBack(step, back),
        MaxPool pool => WriteMaxPool(step, pool),
        _ => throw step.Refuse("ONNX has no node for it here. Leave it out of Forward; losses belong outside."),
    };

    /// <summary>How the file calls a value; constants are written when they are first used.</summary>
    private string NameOf(Value value) => value.Name ??= value.StateName is { } name
        ? graph.Constant(name, value.First)
        : made.Write(value);

    private string Only(Operation step) => NameOf(step.Inputs[0]);

    private string WriteElementwise(Operation step, Elementwise op)
    {
        if (!step.Makers.All(maker => ReferenceEquals(((Elementwise)maker).ForwardFormula, op.ForwardFormula)))
            throw step.Refuse("its formula follows from a free axis. Fix that axis, or use a mean.");
        return FormulaNodes.Write(graph, op.ForwardFormula,
            Array.ConvertAll(step.Inputs, input => (NameOf(input), input.First.DType)), step.Result.First.DType);
    }

    private string WriteReduce(Operation step, Reduce reduce)
    {
        string x = Only(step);
        int[] axes = AxesOf(reduce.Axes, step.Inputs[0]);
        var keep = Attributes.Of("keepdims", reduce.KeepDim);
        DType from = step.Inputs[0].First.DType, to = step.Result.First.DType;
        if (from != to)
            x = graph.Add("Cast", [x], Attributes.Of("to", (int)ElementTypes.Of(to)));
        if (axes.Length == 0)
            return graph.Add("Identity", [x]);
        return reduce switch
        {
            Sum => graph.Add("ReduceSum", [x, graph.Row(axes)], keep),
            Mean => graph.Add("ReduceMean", [x], Attributes.Row("axes", axes), keep),
            _ => graph.Add("ReduceMax", [x], Attributes.Row("axes", axes), keep),
        };
    }

    private string WritePlace(Operation step, Reducer.Place place)
    {
        string x = Only(step), type = place.IsSmallest ? "ArgMin" : "ArgMax";
        int[] axes = AxesOf(place.Axes, step.Inputs[0]);
        bool isAll = axes.Length != 1;
        if (isAll)
            x = graph.Add("Reshape", [x, graph.Row(-1)]);
        var keep = Attributes.Of("keepdims", place.KeepDim && !isAll);
        string found = graph.Add(type, [x], Attributes.Of("axis", isAll ? 0 : axes[0]), keep);
        return graph.Add("Cast", [found], Attributes.Of("to", (int)ElementType.Int32));
    }

    private static int[] AxesOf(AxisSet axes, Value value) =>
        [.. Enumerable.Range(0, value.First.Shape.Rank).Where(axes.Has)];

    private string WriteMaskedSoftmax(Operation step)
    {
        string x = Only(step), keep = NameOf(step.Inputs[1]);
        var type = step.Result.First.DType;
        string kept = graph.Add("Where", [keep, x, graph.Number(float.MinValue, type)]);
        string shares = graph.Add("Softmax", [kept], Attributes.Of("axis", -1));
        // A row that keeps nothing has shares of nothing.
        return graph.Add("Where", [keep, shares, graph.Number(0, type)]);
    }

    private string WriteStandardise(Operation step, Standardise norm)
    {
        string x = Only(step);
        var type = step.Result.First.DType;
        if (norm.IsCentred)
            x = graph.Add("Sub", [x, Mean(x)]);
        string variance = Mean(graph.Add("Mul", [x, x]));
        string more = graph.Add("Add", [variance, graph.Number(norm.Epsilon, type)]);
        return graph.Add("Div", [x, graph.Add("Sqrt", [more])]);

        string Mean(string of) =>
            graph.Add("ReduceMean", [of], Attributes.Row("axes", -1), Attributes.Of("keepdims", true));
    }

    private ValueInfoProto Describe(string name, Value value)
    {
        var shape = new TensorShapeProto();
        for (int axis = 0; axis < value.First.Shape.Rank; axis++)
        {
            shape.Dim.Add(sizes.Find(value, axis) switch
            {
                { IsFixed: true } length => new TensorShapeProto.Types.Dimension { DimValue = length.Factor },
                { } length => new TensorShapeProto.Types.Dimension { DimParam = length.Text(probes) },
                // It follows from a free axis, by a rule that a name cannot say.
                null => new TensorShapeProto.Types.Dimension(),
            });
        }
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)ElementTypes.Of(value.First.DType), Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }
}
