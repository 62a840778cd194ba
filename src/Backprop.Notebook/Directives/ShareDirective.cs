using Backprop.Display;

namespace Backprop;

/// <summary><c>#!share x --from csharp --as y</c>: here, where one language runs, another name for a value.</summary>
internal static class ShareDirective
{
    public static Directive Create() => new("#!share", "gives a variable a second name", Run)
    {
        Arguments =
        [
            DirectiveOption.Of<string>("name", "the variable") with
            {
                IsRequired = true,
                Completions = host => host.Variables.Select(v => v.Name),
            },
        ],
        Options =
        [
            DirectiveOption.Of<string>("--from", "the language that it comes from; here all is C#")
                with { Choices = ["csharp"], Default = "csharp" },
            DirectiveOption.Of<string>("--as", "the second name; its own unless given"),
        ],
    };

    private static async Task Run(DirectiveCall call)
    {
        string name = call.Get<string>("name");
        SessionVariable found = OneLanguage.Find(call, "name", $"{call.Get<string>("--from")}:{name}");
        if (call.Has("--as") && call.Get<string>("--as") != name)
            await call.Host.SetVariable(call.Get<string>("--as"), found.Value);
    }
}
