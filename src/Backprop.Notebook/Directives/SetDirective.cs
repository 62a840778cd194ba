using System.Globalization;
using System.Text.Json;
using Backprop.Display;

namespace Backprop;

/// <summary><c>#!set --name x --value @csharp:y</c>: a variable from a variable, a text, a number or a person.</summary>
internal static class SetDirective
{
    public static Directive Create() => new("#!set", "gives a variable a value", Run)
    {
        Options =
        [
            DirectiveOption.Of<string>("--name", "the variable") with { IsRequired = true },
            DirectiveOption.Of<string>("--value", "a number, a text, @csharp:variable, @input or @password") with
            {
                IsRequired = true,
                Completions = host => host.Variables.Select(v => $"@csharp:{v.Name}").Concat(["@input", "@password"]),
            },
        ],
    };

    private static Task Run(DirectiveCall call) =>
        call.Host.SetVariable(call.Get<string>("--name"), Read(call, call.Get<string>("--value")));

    private static object? Read(DirectiveCall call, string text)
    {
        if (text.StartsWith("@input", StringComparison.Ordinal))
            return Asked(Prompt(text, call), isPassword: false);
        if (text.StartsWith("@password", StringComparison.Ordinal))
            return Asked(Prompt(text, call), isPassword: true);
        return text.StartsWith('@') ? OneLanguage.Find(call, "--value", text[1..]).Value : Literal(text);
    }

    private static string Prompt(string text, DirectiveCall call) =>
        text.Split(':', 2) is [_, var prompt] ? prompt.Trim('"') : call.Get<string>("--name");

    private static string Asked(string prompt, bool isPassword) =>
        InputSource.Ask(new InputQuestion(prompt, isPassword))
        ?? throw new DirectiveException("--value: nobody can be asked here. Give the value itself.", "--value");

    private static object Literal(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole))
            return whole;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return number;
        if (text is "true" or "false")
            return text == "true";
        return text.StartsWith('"') ? Unquoted(text) : text;
    }

    private static string Unquoted(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(text)!;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
