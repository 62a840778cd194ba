using Backprop.Ops;

namespace Backprop.Onnx;

/// <content>Ops that move elements. Shapes are kept open where they follow from a free axis.</content>
internal sealed partial class Translator
{
    private string WriteReshape(Operation step)
    {
        Value x = step.Inputs[0], y = step.Result;
        var lengths = new (int Number, string? Computed)[y.First.Shape.Rank];
        var open = new List<int>();
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            int[] wanted = y.Lengths(axis);
            if (wanted.All(length => length == wanted[0]))
                lengths[axis] = (wanted[0], null);
            // 0 takes over the length of the same axis.
            else if (axis < x.First.Shape.Rank && wanted.SequenceEqual(x.Lengths(axis)))
                lengths[axis] = (0, null);
            else
                open.Add(axis);
        }
        // One may be what is left; the others are computed.
        foreach (int axis in open)
            lengths[axis] = axis == open[^1] ? (-1, null) : (0, Compute(step, y, axis));
        return graph.Add("Reshape", [NameOf(x), sizes.Join(lengths)]);
    }

    private string WriteExpand(Operation step)
    {
        Value x = step.Inputs[0], y = step.Result;
        var lengths = new (int Number, string? Computed)[y.First.Shape.Rank];
        int lead = lengths.Length - x.First.Shape.Rank;
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            int[] wanted = y.Lengths(axis);
            // 1 leaves the length as it is.
            bool stays = axis >= lead && wanted.SequenceEqual(x.Lengths(axis - lead));
            lengths[axis] = stays ? (1, null)
                : wanted.All(length => length == wanted[0]) ? (wanted[0], null)
                : (0, Compute(step, y, axis));
        }
        return graph.Add("Expand", [NameOf(x), sizes.Join(lengths)]);
    }

    /// <summary>A length when the file is run: from the input's free axes, or from what the step is given.</summary>
    private string Compute(Operation step, Value value, int axis)
    {
        if (sizes.Find(value, axis) is { } length)
            return sizes.Of(length);
        foreach (var input in step.Inputs)
        {
            for (int other = 0; other < input.First.Shape.Rank; other++)
            {
                if (!input.Lengths(other).SequenceEqual(value.Lengths(axis)))
                    continue;
                AttributeProto start = Attributes.Of("start", other), end = Attributes.Of("end", other + 1);
                return graph.Add("Shape", [NameOf(input)], start, end);
            }
        }
        throw step.Refuse($"the length of axis {axis} follows from {string.Join(" and ", probes.Axes)} in a way that "
            + "has no rule. Fix the axis, by leaving it out of freeAxes.");
    }

    private string WriteNarrow(Operation step)
    {
        Value x = step.Inputs[0];
        var boxes = Array.ConvertAll(step.Makers, maker => (Narrow)maker);
        List<int> axes = [], steps = [];
        List<(int, string?)> starts = [], ends = [];
        for (int axis = 0; axis < x.First.Shape.Rank; axis++)
        {
            int[] from = Array.ConvertAll(boxes, box => box.Starts[axis]), lengths = x.Lengths(axis);
            int[] past = Array.ConvertAll(boxes, box => box.Starts[axis] + box.Counts[axis] * box.Steps[axis]);
            bool toEnd = past.Zip(lengths).All(pair => pair.First >= pair.Second);
            if (toEnd && from.All(start => start == 0) && boxes[0].Steps[axis] == 1)
                continue;
            axes.Add(axis);
            steps.Add(boxes[0].Steps[axis]);
            starts.Add(Position(step, from, lengths, axis));
            ends.Add(toEnd ? (int.MaxValue, null) : Position(step, past, lengths, axis));
        }
        if (axes.Count == 0)
            return graph.Add("Identity", [NameOf(x)]);
        string[] told = [NameOf(x), sizes.Join(starts), sizes.Join(ends), graph.Row(axes)];
        return graph.Add("Slice", steps.TrueForAll(s => s == 1) ? told : [.. told, graph.Row(steps)]);
    }

    /// <summary>A place along an axis: from its front, from its end, or computed.</summary>
    private (int, string?) Position(Operation step, int[] places, int[] lengths, int axis)
    {
        if (places.All(place => place == places[0]))
            return (places[0], null);
        int[] fromEnd = [.. places.Zip(lengths, (place, length) => place - length)];
        if (fromEnd.All(place => place == fromEnd[0] && place < 0))
            return (fromEnd[0], null);
        return Length.Find(places, probes) is { } found
            ? (0, sizes.Of(found))
            : throw step.Refuse(
                $"which elements of axis {axis} are taken follows from a free axis in a way that has no rule.");
    }

    private string WriteEmbed(Operation step, Embed embed)
    {
        Value x = step.Inputs[0];
        var boxes = Array.ConvertAll(step.Makers, maker => (Embed)maker);
        int rank = x.First.Shape.Rank;
        var pads = new int[2 * rank];
        for (int axis = 0; axis < rank; axis++)
        {
            int[] before = Array.ConvertAll(boxes, box => box.Box.Starts[axis]);
            int[] after = Array.ConvertAll(boxes, box => box.To[axis] - box.Box.Starts[axis] - box.Box.Counts[axis]);
            if (embed.Box.Steps[axis] != 1 || before.Concat(after).Any(pad => pad < 0)
                || before.Any(pad => pad != before[0]) || after.Any(pad => pad != after[0]))
            {
                throw step.Refuse($"the padding of axis {axis} has no counterpart.");
            }
            (pads[axis], pads[rank + axis]) = (before[0], after[0]);
        }
        return graph.Add("Pad", [NameOf(x), graph.Row(pads), graph.Number(embed.Around, x.First.DType)]);
    }

    private string WriteGather(Operation step, Gather gather)
    {
        Value table = step.Inputs[0], index = step.Inputs[1];
        // Whole rows, as an embedding takes them: the index was repeated along the row, which ONNX need not do.
        if (gather.Axis == 0 && index.Maker is { Maker: Expand } repeated && repeated.Inputs[0] is var column
            && column.First.Shape.Rank == table.First.Shape.Rank && column.First.Shape[1..].Size == 1
            && index.First.Shape[1..] == table.First.Shape[1..])
        {
            string rows = graph.Add("Reshape", [NameOf(column), graph.Row(-1)]);
            return graph.Add("Gather", [NameOf(table), rows], Attributes.Of("axis", 0));
        }
        return graph.Add("GatherElements", [NameOf(table), NameOf(index)], Attributes.Of("axis", gather.Axis));
    }
}
