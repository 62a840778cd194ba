#pragma warning disable CA1716, CA1724, IDE0130 // The names are another product's.
using Backprop.Display;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

// HostStub/: so much of another notebook's public surface as extension.dib uses, with the same names and signatures, and
// behind it one of our own sessions. It is written from that surface alone.
namespace Microsoft.DotNet.Interactive
{
    public delegate Task KernelCommandInvocation(KernelCommand command, KernelInvocationContext context);

    public class Kernel(string name)
    {
        public static Kernel Root { get; set; } = new("root");

        public string Name { get; } = name;

        public List<Kernel> ChildKernels { get; } = [];

        public List<(KernelActionDirective Directive, KernelCommandInvocation Handler)> Directives { get; } = [];

        public void AddDirective(KernelActionDirective directive, KernelCommandInvocation handler) =>
            Directives.Add((directive, handler));

        public async Task<KernelCommandResult> SendAsync(KernelCommand command, CancellationToken cancellationToken = default)
        {
            var result = new KernelCommandResult();
            try
            {
                var csharp = (CSharp.CSharpKernel)ChildKernels.Single();
                await csharp.Session.RunCode(((SubmitCode)command).Code, "cell");
            }
            catch (Exception error)
            {
                result.Events.Add(new CommandFailed(error.Message));
            }
            return result;
        }
    }

    public static class KernelExtensions
    {
        public static Kernel FindKernelByName(this Kernel kernel, string name) =>
            kernel.ChildKernels.Single(child => child.Name == name);
    }

    public sealed class KernelCommandResult
    {
        public List<KernelEvent> Events { get; } = [];
    }

    public sealed class KernelInvocationContext
    {
        public static KernelInvocationContext? Current { get; set; }

        public CancellationToken CancellationToken { get; init; }

        /// <summary>What was shown, by the id of the display, newest last.</summary>
        public List<(string Id, IReadOnlyList<FormattedValue> Values)> Shown { get; } = [];

        public string? Failure { get; private set; }

        public void Fail(KernelCommand command, Exception? exception = null, string? message = null) =>
            Failure = message ?? exception?.Message ?? "failed";
    }

    public static class KernelInvocationContextExtensions
    {
        public static DisplayedValue Display(
            this KernelInvocationContext context, object value, params string[] mimeTypes)
        {
            var shown = new DisplayedValue(value, FormattedValue.CreateManyFromObject(value, mimeTypes), context);
            context.Shown.Add((shown.DisplayId, shown.FormattedValues));
            return shown;
        }
    }
}

namespace Microsoft.DotNet.Interactive.CSharp
{
    public sealed class CSharpKernel(IDirectiveHost session) : Kernel("csharp")
    {
        public IDirectiveHost Session { get; } = session;

        public ScriptState ScriptState => new(Session);

        public Task SetValueAsync(string name, object value, Type declaredType) => Session.SetVariable(name, value);
    }

    public sealed class ScriptState(IDirectiveHost session)
    {
        public object? ReturnValue { get; private set; }

        public IReadOnlyList<ScriptVariable> Variables =>
            [.. session.Variables.Select(v => new ScriptVariable(v.Name, v.Value?.GetType() ?? typeof(object), v.Value))];

        public async Task<ScriptState> ContinueWithAsync<T>(string code, object? options, CancellationToken cancellationToken) =>
            new(session) { ReturnValue = (T)(await session.Evaluate(code, "expression"))! };
    }

    public sealed record ScriptVariable(string Name, Type Type, object? Value);
}

namespace Microsoft.DotNet.Interactive.Commands
{
    public abstract class KernelCommand;

    public sealed class SubmitCode(string code, string? targetKernelName = null) : KernelCommand
    {
        public string Code { get; } = code;

        public string? TargetKernelName { get; } = targetKernelName;
    }

    internal sealed class DirectiveCommand(string line) : KernelCommand
    {
        public override string ToString() => $"Directive: {line}";
    }
}

namespace Microsoft.DotNet.Interactive.Events
{
    public abstract class KernelEvent;

    public sealed class CommandFailed(string message) : KernelEvent
    {
        public string Message { get; } = message;
    }
}
