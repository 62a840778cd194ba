namespace Backprop.Display;

/// <summary>A variable that a cell declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Its declared type as a learner writes it: <c>List&lt;int&gt;</c>.</param>
/// <param name="Value">Its value now.</param>
public sealed record SessionVariable(string Name, string TypeName, object? Value)
{
    /// <summary>A variable of a type.</summary>
    public static SessionVariable Of(string name, Type type, object? value) => new(name, TypeNames.Of(type), value);
}
