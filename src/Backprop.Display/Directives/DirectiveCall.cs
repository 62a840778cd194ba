namespace Backprop.Display;

/// <summary>A directive as it stands in a cell, with the values it was given.</summary>
/// <param name="host">The session that runs it.</param>
/// <param name="values">The values, by the names of arguments and options.</param>
public sealed class DirectiveCall(IDirectiveHost host, IReadOnlyDictionary<string, object?> values)
{
    private static readonly Func<Task> Nothing = () => Task.CompletedTask;

    /// <summary>The session that runs it.</summary>
    public IDirectiveHost Host { get; } = host;

    /// <summary>The text below the directive, where its reach is <see cref="DirectiveReach.Text"/>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Runs what follows in the cell, where the reach is <see cref="DirectiveReach.Rest"/>.</summary>
    public Func<Task> RunRest { get; init; } = Nothing;

    /// <summary>Becomes cancelled when the cell is interrupted.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>Whether the line gives a value, so that it is not a default.</summary>
    public bool Has(string name) => Given.Contains(name);

    /// <summary>The names that the line gives a value for.</summary>
    public IReadOnlyCollection<string> Given { get; init; } = [];

    /// <summary>A value by the name of its argument or option: <c>Get&lt;int&gt;("--epochs")</c>.</summary>
    /// <exception cref="ArgumentException">The directive has no option of that name.</exception>
    public T Get<T>(string name) => values.TryGetValue(name, out object? value)
        ? (T)value!
        : throw new ArgumentException($"The directive declares no {name}.", nameof(name));

    /// <summary>The variable that an argument names, if it is of the type.</summary>
    /// <param name="name">The name of the argument or option.</param>
    /// <exception cref="DirectiveException">There is no such variable, or it is something else.</exception>
    public T Variable<T>(string name)
    {
        string variable = Get<string>(name);
        SessionVariable found = Host.Variables.FirstOrDefault(v => v.Name == variable)
            ?? throw new DirectiveException($"There is no variable {variable}. Names so far: {Names()}.", name);
        return found.Value is T value
            ? value
            : throw new DirectiveException($"{variable} is a {found.TypeName}, not a {typeof(T).Name}.", name);
    }

    private string Names() =>
        Host.Variables.Count == 0 ? "none" : string.Join(", ", Host.Variables.Select(v => v.Name).Take(12));
}
