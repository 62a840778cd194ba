using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Backprop.Tests.Checks;

/// <summary>Runs cells one after the other, as a session does.</summary>
internal sealed class Cells
{
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(References())
        .WithImports(
            "System", "System.Collections", "System.Collections.Generic", "System.Diagnostics", "System.IO",
            "System.Linq", "System.Text", "System.Threading.Tasks", "Backprop", "Backprop.Display",
            "Backprop.Functional", "Backprop.Display.Show");

    private ScriptState<object>? state;

    /// <summary>Runs a cell and gives the value of its last expression.</summary>
    public async Task<object?> Run(string code)
    {
        state = state is null
            ? await CSharpScript.RunAsync(code, Options)
            : await state.ContinueWithAsync(code, Options);
        return state.ReturnValue;
    }

    private static IEnumerable<Assembly> References() =>
    [
        .. AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.Location.Length > 0)
            .Where(assembly => assembly.GetName().Name!.StartsWith("System", StringComparison.Ordinal)),
        typeof(object).Assembly,
        typeof(Graph).Assembly,
        typeof(Check).Assembly,
        typeof(OnnxExport).Assembly,
        typeof(Backprop.Display.Formatter).Assembly,
    ];
}
