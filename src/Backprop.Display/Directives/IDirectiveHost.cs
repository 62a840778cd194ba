namespace Backprop.Display;

/// <summary>What a directive sees of the session that runs it.</summary>
public interface IDirectiveHost
{
    /// <summary>The folder to which paths are relative: where the notebook lies.</summary>
    string Folder { get; }

    /// <summary>The variables that cells have declared, each name once, the newest last.</summary>
    IReadOnlyList<SessionVariable> Variables { get; }

    /// <summary>All directives of the session.</summary>
    IReadOnlyList<Directive> Directives { get; }

    /// <summary>Runs code as a cell would: what it declares, later cells see; its value is shown.</summary>
    /// <param name="code">C#, with directives in it or not.</param>
    /// <param name="name">How errors cite it: <c>tools.ipynb, cell 3</c>.</param>
    /// <returns>A task that fails where the code fails, which ends the cell.</returns>
    Task RunCode(string code, string name);

    /// <summary>The value of a C# expression as the next cell would see it. Nothing is shown.</summary>
    /// <param name="expression">C#: <c>Datasets.Moons(200)</c>.</param>
    /// <param name="name">The option that it was given to, for errors.</param>
    /// <exception cref="DirectiveException">It does not compile, or it threw.</exception>
    Task<object?> Evaluate(string expression, string name);

    /// <summary>Makes a variable that later cells see, or gives a new value to the one of that name.</summary>
    /// <param name="name">A name as C# has it.</param>
    /// <param name="value">Its value; where the variable is new, its type is that of the value.</param>
    /// <exception cref="DirectiveException">The name is none.</exception>
    Task SetVariable(string name, object? value);
}
