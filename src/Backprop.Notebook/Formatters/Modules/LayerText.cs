using Backprop.Display;

namespace Backprop;

/// <summary>How the layers of a summary are named.</summary>
internal static class LayerText
{
    /// <summary>Its name in the net, or the kind of the whole.</summary>
    public static string NameOf(LayerRow row) => row.Name.Length == 0 ? row.Module.GetType().Name : row.Name;

    /// <summary>What it is, without what its name says already: <c>Linear(784 → 128)</c>, <c>6 layers</c>.</summary>
    public static string KindOf(LayerRow row)
    {
        int children = row.Module.Children.Count;
        string type = row.Module.GetType().Name;
        if (row.Module is Sequential)
            return row.Name.Length == 0 ? "" : children == 1 ? "1 layer" : FormattableString.Invariant($"{children} layers");
        string text = row.Module.ToString();
        // What lists its own layers says their names twice: they stand below.
        string kind = children > 0 && text.Contains('→', StringComparison.Ordinal) ? type : text;
        return kind == NameOf(row) ? "" : kind;
    }

    /// <summary>Its name in the layer that it stands in: <c>out_proj</c>.</summary>
    public static string ShortNameOf(LayerRow row) => NameOf(row).Split('.')[^1];

    /// <summary>In a sentence: layers of a <see cref="Sequential"/> have but a number.</summary>
    public static string Spoken(LayerRow row) =>
        char.IsAsciiDigit(NameOf(row)[0]) ? "layer " + row.Name : NameOf(row);

    /// <summary>What came out, where that is known.</summary>
    public static string OutputOf(LayerRow row) => row.Output is { } shape ? TensorNames.Of(shape) : "";

    /// <summary>A count, or a dash for none.</summary>
    public static string Count(long count) => count == 0 ? "–" : NumberText.Count(count);

    /// <summary>Arithmetic in short, or a dash for none.</summary>
    public static string Flops(long count) => count == 0 ? "–" : NumberText.Short(count);
}
