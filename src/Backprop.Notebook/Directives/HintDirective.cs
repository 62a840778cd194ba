using Backprop.Display;

namespace Backprop;

/// <summary><c>#!hint L08.d</c>: what <see cref="Check.Hint"/> says.</summary>
internal static class HintDirective
{
    public static Directive Create() => new("#!hint", "gives the next hint of an exercise", Run)
    {
        Arguments = [CheckDirective.Exercise],
    };

    private static Task Run(DirectiveCall call)
    {
        Show.display(Check.Hint(CheckDirective.Find(call).Id));
        return Task.CompletedTask;
    }
}
