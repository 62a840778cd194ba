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
}
