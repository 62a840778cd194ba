using Backprop.Display;

namespace Backprop;

/// <summary>Variables as notebooks of several languages name them: <c>csharp:x</c>. Here there is but one.</summary>
internal static class OneLanguage
{
    /// <summary>The variable of <c>csharp:x</c> or <c>x</c>.</summary>
    /// <exception cref="DirectiveException">It is another language's, or there is none.</exception>
    public static SessionVariable Find(DirectiveCall call, string option, string text)
    {
        (string language, string name) = text.Split(':', 2) is [var first, var second] ? (first, second) : ("csharp", text);
        if (language is not ("csharp" or "c#" or "cs"))
        {
            throw new DirectiveException(
                $"{option}: {language} does not run here; all variables are C#'s. Write csharp:{name}.", option);
        }
        return call.Host.Variables.FirstOrDefault(v => v.Name == name)
            ?? throw new DirectiveException($"{option}: there is no variable {name}. #!who lists those there are.", option);
    }
}
