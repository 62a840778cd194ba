using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Display;

// Foreign/: charts of Plotly.NET, where a notebook brings that package. Its types are known by name alone.

/// <summary>
/// A chart of Plotly.NET as an output of ours: its own figure, a static drawing of what can be drawn, text. From
/// version 5 on <c>GenericChart</c> is a class with static members; before, it is a class inside a module of the same
/// name.
/// </summary>
internal static class GenericChart
{
    private const string FromVersion5 = "Plotly.NET.GenericChart";
    private const string BeforeVersion5 = "Plotly.NET.GenericChart+GenericChart";

    /// <summary>The output; null where the value is no such chart, or does not give its figure away.</summary>
    public static MimeBundle? TryBundle(object value)
    {
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName is FromVersion5 or BeforeVersion5)
                return FigureOf(value, type) is { } figure ? ForeignFigure.ToBundle(figure) : null;
        }
        return null;
    }

    // The functions stand on the class itself, or on the module around it.
    private static JsonObject? FigureOf(object chart, Type union)
    {
        Type host = union.DeclaringType ?? union;
        foreach (string name in new[] { "toJson", "toFigureJson" })
        {
            MethodInfo? function = host.GetMethod(name, BindingFlags.Public | BindingFlags.Static, [union]);
            if (Parsed(function, chart) is { } figure && figure["data"] is JsonArray)
                return figure;
        }
        return null;
    }

    private static JsonObject? Parsed(MethodInfo? function, object chart)
    {
        try
        {
            return function?.Invoke(null, [chart]) is string json ? JsonNode.Parse(json) as JsonObject : null;
        }
        catch (Exception error) when (error is TargetInvocationException or JsonException)
        {
            return null;
        }
    }
}
