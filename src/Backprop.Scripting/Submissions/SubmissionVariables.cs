using System.Reflection;
using Backprop.Display;

namespace Backprop.Scripting;

/// <summary>Reads the variables of cells: a cell's top-level variables are the fields of its object.</summary>
internal static class SubmissionVariables
{
    /// <param name="submissions">The objects of the cells, oldest first; null where a cell did not run.</param>
    public static IReadOnlyList<SessionVariable> Of(ReadOnlySpan<object?> submissions)
    {
        var found = new OrderedDictionary<string, SessionVariable>();
        foreach (object? submission in submissions)
        {
            foreach (FieldInfo field in Fields(submission))
            {
                // Declared again, a name moves to the end.
                found.Remove(field.Name);
                found.Add(field.Name, SessionVariable.Of(field.Name, field.FieldType, field.GetValue(submission)));
            }
        }
        return [.. found.Values];
    }

    /// <summary>Sets the newest variable of a name, where its type takes the value.</summary>
    public static bool Assign(ReadOnlySpan<object?> submissions, string name, object? value)
    {
        for (int i = submissions.Length - 1; i >= 0; i--)
        {
            if (Fields(submissions[i]).FirstOrDefault(field => field.Name == name) is not { } field)
                continue;
            bool takes = value is null ? !field.FieldType.IsValueType : field.FieldType.IsInstanceOfType(value);
            if (takes)
                field.SetValue(submissions[i], value);
            return takes;
        }
        return false;
    }

    // Names that the compiler makes hold brackets.
    private static IEnumerable<FieldInfo> Fields(object? submission) =>
        submission?.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(field => !field.Name.Contains('<', StringComparison.Ordinal))
            .OrderBy(field => field.MetadataToken) ?? Enumerable.Empty<FieldInfo>();
}
