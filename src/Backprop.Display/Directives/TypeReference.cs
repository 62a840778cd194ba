using System.Text;

namespace Backprop.Display;

/// <summary>
/// A type as code can name it wherever it stands: <c>global::System.Func&lt;global::Backprop.Tensor, int[]&gt;</c>.
/// </summary>
public static class TypeReference
{
    /// <summary>The name of a type, or where code cannot name it, of the <see cref="Nearest"/>.</summary>
    public static string To(Type type) => Write(Nearest(type));

    /// <summary>The type, or the nearest base class that code can name: this one may be private, or have no
    /// name.</summary>
    public static Type Nearest(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        while (!type.IsVisible)
            type = type.BaseType ?? typeof(object);
        return type;
    }

    private static string Write(Type type)
    {
        if (type.IsArray)
        {
            // From the outside in: an array of int[,] is int[][,].
            var ranks = new StringBuilder();
            for (; type.IsArray; type = type.GetElementType()!)
                ranks.Append('[').Append(',', type.GetArrayRank() - 1).Append(']');
            return Write(type) + ranks;
        }
        Type[] arguments = type.GetGenericArguments();
        var name = new StringBuilder();
        int used = 0;
        foreach (Type part in Nesting(type))
        {
            // What a cell declares, later cells name alone: the class around it has no name that could be written.
            if (part.Name.Contains('#', StringComparison.Ordinal))
                continue;
            if (part.DeclaringType is null)
                name.Append("global::").Append(part.Namespace).Append(part.Namespace is null ? "" : ".");
            int tick = part.Name.IndexOf('`', StringComparison.Ordinal);
            name.Append(tick < 0 ? part.Name : part.Name[..tick]);
            int count = part.GetGenericArguments().Length;
            if (count > used)
                name.Append('<').AppendJoin(", ", arguments[used..count].Select(Write)).Append('>');
            used = count;
            name.Append('.');
        }
        return name.ToString(0, name.Length - 1);
    }

    private static Stack<Type> Nesting(Type type)
    {
        var parts = new Stack<Type>();
        for (Type? part = type; part is not null; part = part.DeclaringType)
            parts.Push(part);
        return parts;
    }
}
