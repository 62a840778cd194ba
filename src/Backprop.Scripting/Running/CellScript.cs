using Backprop.Display;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Scripting;

/// <summary>Runs the parts of a cell in order: C# through the chain, directives by their handlers.</summary>
internal sealed class CellScript(
    SubmissionChain chain,
    SessionDirectives directives,
    RuntimeErrors errors,
    string folder,
    CellInterrupter interrupter)
    : IDirectiveHost
{
    private const int DeepestImport = 20;

    private int depth;

    public string Folder => folder;

    public IReadOnlyList<SessionVariable> Variables => chain.Variables;

    public IReadOnlyList<Directive> Directives => directives.All;

    /// <summary>Runs a cell.</summary>
    /// <exception cref="CellFailure">It did not compile, it threw, or a directive failed.</exception>
    public async Task<CellValue> Run(Cell cell)
    {
        if (cell.Comm is { } message)
        {
            Comm.Take(message);
            return default;
        }
        IReadOnlyList<CellPart> parts = CellParts.Of(cell.Code, directives.Find);
        if (directives.Check(parts, cell, this) is { } wrong)
            throw new CellFailure(wrong);
        if (parts.Count > 1 && parts.OfType<CellPart.Code>().Select(p => chain.SyntaxError(new Cell(p.Text, cell.Name)))
                .FirstOrDefault(e => e is not null) is { } slip)
            throw new CellFailure(slip);
        return await Run(parts, 0, cell);
    }

    /// <inheritdoc/>
    public async Task RunCode(string code, string name)
    {
        if (++depth > DeepestImport)
            throw new DirectiveException($"{name} is imported by what it imports itself. Take the #!import out of it.");
        CellValue last = await Run(new Cell(code, name));
        if (last.IsShown)
            Show.display(last.Value);
        depth--;
    }

    /// <inheritdoc/>
    public async Task<object?> Evaluate(string expression, string name)
    {
        try
        {
            return (await RunCSharp(new Cell(expression, name))).Value;
        }
        catch (CellFailure failure)
        {
            throw new DirectiveException($"{name}: {failure.Error.Message}", name);
        }
    }

    /// <inheritdoc/>
    public async Task SetVariable(string name, object? value)
    {
        if (!SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
            throw new DirectiveException($"{name} is no name for a variable. Take letters, digits and _.");
        if (chain.Assign(name, value))
            return;
        string type = TypeReference.To(value?.GetType() ?? typeof(object));
        await RunCSharp(new Cell($"{type} {name} = default!;", name));
        chain.Assign(name, value);
    }

    private async Task<CellValue> Run(IReadOnlyList<CellPart> parts, int start, Cell cell)
    {
        CellValue last = default;
        for (int i = start; i < parts.Count; i++)
        {
            if (last.IsShown)
                Show.display(last.Value);
            last = default;
            interrupter.Token.ThrowIfCancellationRequested();
            if (parts[i] is CellPart.Code code)
            {
                last = await RunCSharp(new Cell(code.Text, cell.Name));
                continue;
            }
            int rest = i + 1;
            bool ranRest = false;
            await Guarded(parts[i], cell, () => parts[i] switch
            {
                CellPart.Package package => chain.AddPackage(package.Text, interrupter.Token),
                CellPart.Call call => directives.Run(call, this, RunRest, interrupter.Token),
                _ => Task.CompletedTask,
            });
            if (ranRest)
                return last;

            async Task RunRest()
            {
                ranRest = true;
                last = await Run(parts, rest, cell);
            }
        }
        return last;
    }

    private async Task<CellValue> RunCSharp(Cell code)
    {
        if (chain.Compile(code, out CellError? error) is not { } submission)
            throw new CellFailure(error!);
        try
        {
            return new CellValue(await submission.Run(), submission);
        }
        catch (Exception thrown) when (thrown is not CellFailure && !interrupter.IsAsked)
        {
            ShowPicture(thrown);
            throw new CellFailure(errors.Describe(thrown, submission.Path));
        }
    }

    // A library may know how to draw what went wrong: its picture stands above the error.
    private static void ShowPicture(Exception thrown)
    {
        if (Formatter.OfRegistered(RuntimeErrors.Unwrap(thrown)) is { } picture)
            OutputSink.Publish(new DisplayOutput(picture));
    }

    private static async Task Guarded(CellPart part, Cell cell, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (DirectiveException error)
        {
            throw new CellFailure(SessionDirectives.Describe(error.Message, part, cell));
        }
    }
}
