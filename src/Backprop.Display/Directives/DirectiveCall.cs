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
        SessionVariable found = Find(variable) ?? throw NoVariable<T>(variable, name);
        return Of<T>(found, name);
    }

    /// <summary>What an option means that takes the name of a variable or any other expression:
    /// <c>--data train</c>, <c>--data "Datasets.Moons(200)"</c>.</summary>
    /// <param name="name">The name of the argument or option; see <see cref="DirectiveOption.Value{T}"/>.</param>
    /// <exception cref="DirectiveException">It is neither, or of another type.</exception>
    public Task<T> Value<T>(string name) => Value<T>(name, Get<string>(name));

    /// <summary>The same for a part of what the option was given.</summary>
    /// <param name="name">The name of the argument or option.</param>
    /// <param name="text">A variable or an expression.</param>
    /// <exception cref="DirectiveException">It is neither, or of another type.</exception>
    public async Task<T> Value<T>(string name, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (Find(text) is { } variable)
            return Of<T>(variable, name);
        // A function of a cell is no variable, but its name is an expression.
        bool isFunction = typeof(T).IsAssignableTo(typeof(Delegate));
        if (!isFunction && text.All(c => char.IsLetterOrDigit(c) || c == '_') && !char.IsDigit(text[0]))
            throw NoVariable<T>(text, name);
        string type = TypeReference.To(typeof(T));
        return (T)(await Host.Evaluate($"({type})({text})", name))!;
    }

    private static T Of<T>(SessionVariable found, string name) => found.Value is T value
        ? value
        : throw new DirectiveException(
            $"{name} {found.Name}: {found.Name} is {Described(found)}, not {Article(TypeNames.Of(typeof(T)))}.", name);

    private static string Described(SessionVariable variable) =>
        variable.Value is null ? "null" : Article(variable.TypeName);

    private static string Article(string type) => $"{("AEIOUaeiou".Contains(type[0], StringComparison.Ordinal) ? "an" : "a")} {type}";

    private SessionVariable? Find(string name) => Host.Variables.FirstOrDefault(v => v.Name == name);

    private DirectiveException NoVariable<T>(string variable, string name)
    {
        string[] fitting = [.. Host.Variables.Where(v => v.Value is T).Select(v => v.Name)];
        string type = TypeNames.Of(typeof(T));
        string next = fitting.Length > 0 && typeof(T) != typeof(object)
            ? $"Of type {type} there are: {Names(fitting)}."
            : $"Names so far: {Names([.. Host.Variables.Select(v => v.Name)])}.";
        return new DirectiveException($"There is no variable {variable}. {next}", name);
    }

    private static string Names(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names.Take(12));
}
