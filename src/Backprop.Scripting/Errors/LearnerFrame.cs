using System.Diagnostics;
using System.Reflection;

namespace Backprop.Scripting;

/// <summary>A call in the learner's code on the way to an exception.</summary>
/// <param name="Path">The cell, as <see cref="CellSources"/> names it, or the file that it loaded.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Function">The function as the learner knows it, or null at a cell's top level.</param>
internal sealed record LearnerFrame(string Path, int Line, string? Function)
{
    /// <summary>The learner's frames of an exception, innermost first.</summary>
    public static List<LearnerFrame> Of(Exception error, CellSymbols symbols)
    {
        var frames = new List<LearnerFrame>();
        var names = new Dictionary<MethodBase, string?>();
        foreach (StackFrame frame in new StackTrace(error, fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod() is not { } method || symbols.Find(method, frame.GetILOffset()) is not { } place)
                continue;
            if (!names.TryGetValue(method, out string? name))
                names.Add(method, name = NameOf(method));
            frames.Add(new LearnerFrame(System.IO.Path.GetFileName(place.Path), place.Line, name));
        }
        return frames;
    }

    // The compiler's names: <F>d__0.MoveNext (async, iterator), <F>g__Local|0_0, <F>b__0 (lambda), get_P, .ctor.
    private static string? NameOf(MethodBase method)
    {
        Type? owner = method.DeclaringType;
        string name = method.Name;
        if (name == "MoveNext" && owner is { Name: ['<', ..] })
            (name, owner) = (Bracketed(owner.Name), owner.DeclaringType);
        else if (name.Contains(">g__", StringComparison.Ordinal))
            return name[(name.IndexOf(">g__", StringComparison.Ordinal) + 4)..].Split('|')[0];
        else if (name.Contains(">b__", StringComparison.Ordinal))
            return "a lambda";

        if (name.StartsWith('<'))
            return null;
        bool atTop = owner is null || owner.Name.StartsWith(LearnerTerms.ScriptClass, StringComparison.Ordinal);
        return name switch
        {
            ".ctor" => atTop ? null : $"new {owner!.Name}",
            ".cctor" => atTop ? null : $"the static fields of {owner!.Name}",
            _ => (atTop ? "" : owner!.Name.Split('`')[0] + ".") + Spoken(name),
        };
    }

    // The part between the brackets, which may hold brackets itself: <<Initialize>>d__0 gives <Initialize>.
    private static string Bracketed(string name) => name[1..name.LastIndexOf('>')];

    private static string Spoken(string name)
    {
        if (name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal))
            return name[4..];
        return name.StartsWith("op_", StringComparison.Ordinal) ? $"operator {name[3..]}" : name;
    }
}
