using System.Globalization;
using System.Reflection;

namespace Backprop.Scripting;

/// <summary>Describes an exception that a cell threw: what and where in the learner's code, none of ours.</summary>
internal sealed class RuntimeErrors(CellSources sources, CellSymbols symbols)
{
    private const int FirstFrames = 8;
    private const int LastFrames = 3;

    /// <param name="thrown">What the cell threw.</param>
    /// <param name="path">The cell's path in debug information.</param>
    /// <param name="otherwise">The line to name where the exception has passed no line of the cell.</param>
    public CellError Describe(Exception thrown, string path, int? otherwise = null)
    {
        Exception error = Unwrap(thrown);
        var lines = new List<string>();
        int? line = null;
        string? message = null;
        for (Exception? current = error; current is not null; current = Inner(current))
        {
            List<LearnerFrame> frames = LearnerFrame.Of(current, symbols);
            line ??= frames.FirstOrDefault(f => f.Path == path)?.Line;
            string cause = ReferenceEquals(current, error) ? "" : "caused by ";
            string words = current is InsufficientExecutionStackException
                ? Endings.Recursion(frames.FirstOrDefault()?.Function)
                : MessageOf(current);
            message ??= words;
            lines.Add($"{cause}{NameOf(current)}: {words}");
            lines.AddRange(Lines(frames));
        }
        return new CellError(NameOf(error), message!, line ?? otherwise, lines);
    }

    /// <summary>Tells that a cell was interrupted, and where it was.</summary>
    /// <param name="thrown">What ended it; null where it came to its end all the same.</param>
    /// <param name="cell">The cell's name.</param>
    public CellError DescribeInterrupt(Exception? thrown, string cell)
    {
        const string Message = "The cell was interrupted. What it had computed by then is kept.";
        List<LearnerFrame> frames = thrown is null ? [] : LearnerFrame.Of(Unwrap(thrown), symbols);
        int? line = frames.FirstOrDefault(f => sources.NameOf(f.Path) == cell)?.Line;
        return new CellError("Interrupted", Message, line, [$"Interrupted: {Message}", .. Lines(frames)]);
    }

    /// <summary>What a thread of its own threw, line by line; null where no line of a cell has to do with it.</summary>
    public IReadOnlyList<string>? DescribeElsewhere(Exception thrown)
    {
        for (Exception? current = Unwrap(thrown); current is not null; current = Inner(current))
        {
            if (LearnerFrame.Of(current, symbols).Count > 0)
                return Describe(thrown, "").Traceback;
        }
        return null;
    }

    private IEnumerable<string> Lines(List<LearnerFrame> frames)
    {
        int skipped = frames.Count - FirstFrames - LastFrames;
        for (int i = 0; i < frames.Count; i++)
        {
            if (skipped > 1 && i >= FirstFrames && i < FirstFrames + skipped)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"  … {skipped} more calls …");
                i += skipped - 1;
                continue;
            }
            LearnerFrame frame = frames[i];
            string within = frame.Function is null ? "" : $", in {frame.Function}";
            yield return string.Create(
                CultureInfo.InvariantCulture, $"  {sources.NameOf(frame.Path)}, line {frame.Line}{within}");
            string code = sources.Line(frame.Path, frame.Line).Trim();
            if (code.Length > 0)
                yield return $"    {code}";
        }
    }

    /// <summary>What really happened: a task's Result and Wait, reflection and static constructors wrap it.</summary>
    public static Exception Unwrap(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => error,
    };

    private static Exception? Inner(Exception error) => error.InnerException is { } inner ? Unwrap(inner) : null;

    private static string NameOf(Exception error) => error switch
    {
        InsufficientExecutionStackException => Endings.StackOverflow,
        _ => error.GetType().Name.Split('`')[0],
    };

    private static string MessageOf(Exception error)
    {
        try
        {
            return error switch
            {
                NotImplementedException when error.Message == new NotImplementedException().Message =>
                    "Not written yet: put your code in the place of `throw new NotImplementedException()`.",
                InvalidCastException cast when RedefinedType.Hint(cast) is { } hint => hint,
                _ => LearnerTerms.Clean(error.Message),
            };
        }
        catch (Exception failure)
        {
            return $"(its Message threw {failure.GetType().Name})";
        }
    }
}
