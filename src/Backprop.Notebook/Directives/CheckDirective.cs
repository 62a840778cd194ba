using System.Text.RegularExpressions;
using Backprop.Checks;
using Backprop.Display;

namespace Backprop;

/// <summary><c>#!check L08.d</c>: what <see cref="Check.Run"/> says.</summary>
internal static partial class CheckDirective
{
    private const string Function = "--function";

    public static Directive Create() => new("#!check", "says what is right and what is not yet in an exercise", Run)
    {
        Arguments = [Exercise],
        Options = [DirectiveOption.Value<Delegate>(Function, "your function; the one that the exercise names unless given")],
    };

    /// <summary>An exercise by its id.</summary>
    public static DirectiveOption Exercise { get; } = DirectiveOption.Of<string>("exercise", "such as L08.d") with
    {
        IsRequired = true,
        Completions = _ => Catalog.All.Select(exercise => exercise.Id).Order(StringComparer.Ordinal),
    };

    /// <summary>The exercise that a line names.</summary>
    public static Exercise Find(DirectiveCall call)
    {
        try
        {
            return Catalog.Find(call.Get<string>(Exercise.Name));
        }
        catch (ArgumentException error)
        {
            throw new DirectiveException(error.Message, Exercise.Name);
        }
    }

    private static async Task Run(DirectiveCall call)
    {
        Exercise exercise = Find(call);
        Show.display(Check.Run(exercise.Id, await Answer(call, exercise)));
    }

    private static async Task<Delegate> Answer(DirectiveCall call, Exercise exercise)
    {
        if (call.Has(Function))
            return await call.Value<Delegate>(Function);
        string name = FunctionName().Match(exercise.Signature).Groups[1].Value;
        try
        {
            return await call.Value<Delegate>(Function, name);
        }
        catch (DirectiveException error)
        {
            throw new DirectiveException(
                $"{exercise.Id} needs a function: {exercise.Signature}. Write it in a cell, run that cell, then this one; "
                + $"or name yours, {Function} MyFunction. ({error.Message})", Function);
        }
    }

    // The first name before a bracket: a tuple in front of it has none.
    [GeneratedRegex(@"(\w+)\s*\(")]
    private static partial Regex FunctionName();
}
