using System.ComponentModel;
using Backprop.Display;

namespace Backprop;

/// <summary>Another host's C# session as directives see one. Only <c>extension.dib</c> makes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExtensionSession : IDirectiveHost
{
    /// <summary>The variables of the session, oldest first: name, declared type, value.</summary>
    public required Func<IEnumerable<(string Name, Type Type, object? Value)>> ReadVariables { get; init; }

    /// <summary>Runs code as a cell.</summary>
    public required Func<string, Task> Submit { get; init; }

    /// <summary>Gives the value of an expression, and shows nothing.</summary>
    public required Func<string, Task<object?>> Compute { get; init; }

    /// <summary>Makes a variable of a type.</summary>
    public required Func<string, object?, Type, Task> Declare { get; init; }

    /// <inheritdoc/>
    public string Folder => Environment.CurrentDirectory;

    /// <inheritdoc/>
    public IReadOnlyList<Directive> Directives => NotebookDirectives.Learning;

    /// <inheritdoc/>
    public IReadOnlyList<SessionVariable> Variables
    {
        get
        {
            var newest = new OrderedDictionary<string, SessionVariable>();
            foreach ((string name, Type type, object? value) in ReadVariables())
            {
                newest.Remove(name);
                newest.Add(name, SessionVariable.Of(name, type, value));
            }
            return [.. newest.Values];
        }
    }

    /// <inheritdoc/>
    public Task RunCode(string code, string name) => Submit(code);

    /// <inheritdoc/>
    public async Task<object?> Evaluate(string expression, string name)
    {
        try
        {
            return await Compute(expression);
        }
#pragma warning disable CA1031 // The host's own kinds of errors: it did not compile, or it threw.
        catch (Exception error)
#pragma warning restore CA1031
        {
            throw new DirectiveException($"{name}: {error.Message.Split('\n')[0].Trim()}", name);
        }
    }

    /// <inheritdoc/>
    public Task SetVariable(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || char.IsDigit(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c == '_'))
            throw new DirectiveException($"{name} is no name for a variable. Take letters, digits and _.");
        return Declare(name, value, TypeReference.Nearest(value?.GetType() ?? typeof(object)));
    }
}
