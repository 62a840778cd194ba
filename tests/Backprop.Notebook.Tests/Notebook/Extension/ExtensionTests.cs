using Backprop.Display;
using Backprop.Documents;
using Backprop.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Directives;
using HostKernel = Microsoft.DotNet.Interactive.Kernel;
using Host = Microsoft.DotNet.Interactive.Formatting.Formatter;

namespace Backprop.Tests.Notebook;

/// <summary>It changes where this process shows things, so nothing runs beside it.</summary>
[CollectionDefinition(nameof(ExtensionCollection), DisableParallelization = true)]
public sealed class ExtensionCollection;

/// <summary><c>extension.dib</c>, compiled and run against a stub of its host.</summary>
[Collection(nameof(ExtensionCollection))]
public sealed class ExtensionTests : IAsyncLifetime
{
    private readonly Action<Output> before = OutputSink.Default;
    private readonly HostKernel root = new("root");
    private CSharpSession session = null!;
    private IDirectiveHost host = null!;

    public async Task InitializeAsync()
    {
        var capture = new Directive("#!host", "hands the session out", call =>
        {
            host = call.Host;
            return Task.CompletedTask;
        });
        session = new CSharpSession(new SessionOptions
        {
            References =
            [
                typeof(HostKernel).Assembly, typeof(Tensor).Assembly, typeof(Formatter).Assembly, typeof(Check).Assembly,
            ],
            Usings =
            [
                "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
                "System.Linq",
            ],
            StaticUsings = [],
            Directives = [capture],
        });
        await Run("#!host");
        root.ChildKernels.Add(new CSharpKernel(host));
        (HostKernel.Root, KernelInvocationContext.Current) = (root, new KernelInvocationContext());
        string file = Path.Combine(AppContext.BaseDirectory, "extension.dib");
        foreach (NotebookCell cell in DibFormat.Read(File.ReadAllText(file), "extension.dib").Cells)
            await Run(cell.Source);
    }

    public async Task DisposeAsync()
    {
        OutputSink.Default = before;
        KernelInvocationContext.Current = null;
        await session.DisposeAsync();
    }

    [Fact]
    public void Tensors_networks_and_trainings_are_formatted_as_html_and_as_text()
    {
        foreach (Type type in (Type[])[typeof(Tensor), typeof(Module), typeof(History), typeof(Verdict)])
        {
            Assert.Contains((type, "text/html"), Host.RegisteredTypes);
            Assert.Equal(["text/html", "text/plain"], Host.Preferred[type]);
        }
        Tensor x = [1, 2, 3];
        Assert.Contains("bp-card", Host.ToDisplayString(x, "text/html"));
        Assert.StartsWith("tensor[3]", Host.ToDisplayString(x));
        Assert.Contains("Linear", Host.ToDisplayString(new Linear(2, 3), "text/html"));
    }

    [Fact]
    public void Charts_and_html_need_no_extension_to_be_formatted()
    {
        Assert.DoesNotContain(typeof(Chart), Host.RegisteredTypes.Select(r => r.Type));
        Assert.Contains("<svg", Host.ToDisplayString(Chart.Line([1, 2, 3]), "text/html"));
        Assert.Equal("<b>x</b>", Host.ToDisplayString(new Html("<b>x</b>"), "text/html"));
    }

    [Fact]
    public async Task Nothing_of_it_is_left_in_the_learners_session()
    {
        Assert.Empty(host.Variables);
        foreach (string name in (string[])["root", "csharp", "session", "Tensor.Zeros(1)", "display(1)"])
            Assert.Equal(CellStatus.Failed, (await session.RunAsync(new Cell(name, "cell"), _ => { }, default)).Status);
    }

    [Fact]
    public void Every_directive_is_there_with_its_options_and_help()
    {
        Assert.Equal(NotebookDirectives.Learning.Select(d => d.Name), root.Directives.Select(d => d.Directive.Name));
        KernelActionDirective train = Directive("#!train");
        Assert.Equal("--net", train.Parameters.Single(p => p.AllowImplicitName).Name);
        Assert.Contains(train.Parameters, p => p.Name == "--epochs" && !p.Flag);
        Assert.Contains(train.Parameters, p => p.Name == "--help" && p.Flag);
        Assert.All(root.Directives, d => Assert.False(string.IsNullOrEmpty(d.Directive.Description)));
    }

    [Fact]
    public async Task Completion_offers_choices_and_variables_of_the_right_type()
    {
        await Run("using Backprop;\nvar net = new Linear(2, 2);\nvar data = Datasets.Moons(8);\nvar other = 1;");
        KernelActionDirective train = Directive("#!train");
        Assert.Equal(["net"], train.Parameters.Single(p => p.Name == "--net").Completions);
        Assert.Equal(["data"], train.Parameters.Single(p => p.Name == "--data").Completions);
        Assert.Contains("adamw", train.Parameters.Single(p => p.Name == "--optimizer").Completions);
    }

    [Fact]
    public async Task A_training_is_one_display_that_is_updated_under_one_id()
    {
        await Run("using Backprop;\nSequential net = [new Linear(2, 4), new Tanh(), new Linear(4, 2)];\n"
            + "var data = Datasets.Moons(64);");
        KernelInvocationContext context = await Invoke("#!train net --data data --epochs 3");
        Assert.Null(context.Failure);
        Assert.Single(context.Shown.Select(s => s.Id).Distinct());
        Assert.Equal(["text/html", "text/plain"], context.Shown[^1].Values.Select(v => v.MimeType));
        Assert.Equal(3, ((History)host.Variables.Single(v => v.Name == "history").Value!).Epochs.Count);
    }

    [Fact]
    public async Task An_argument_may_be_quoted_named_or_an_expression()
    {
        await Run("using Backprop;\nTensor F(Tensor a) => a * a;\nTensor x = [1, 2];");
        Assert.StartsWith("ok", Text(await Invoke("#!gradcheck F --at x")));
        Assert.StartsWith("ok", Text(await Invoke("#!gradcheck --function F --at x")));
        Assert.StartsWith("ok", Text(await Invoke("#!gradcheck \"a => a.Tanh()\" --at x --second")));
    }

    [Theory]
    [InlineData("#!train", "#!train needs net: #!train net --data DATA")]
    [InlineData("#!train net --data none", "There is no variable none.")]
    [InlineData("#!train net --data data --epochs many", "--epochs many: a whole number is needed.")]
    [InlineData("#!train net --data data --epochs", "--epochs needs a value:")]
    [InlineData("#!train net data", "#!train has no place for data. Usage:")]
    [InlineData("#!train net --data \"Wrong()\"", "--data: ")]
    [InlineData("#!train net --data data --into 1", "1 is no name for a variable.")]
    public async Task A_wrong_line_fails_with_what_is_wrong(string line, string message)
    {
        await Run("using Backprop;\nvar net = new Linear(2, 2);\nvar data = Datasets.Moons(8);");
        Assert.StartsWith(message, (await Invoke(line)).Failure);
    }

    [Fact]
    public async Task Help_is_shown_and_runs_nothing()
    {
        KernelInvocationContext context = await Invoke("#!train --help");
        Assert.Null(context.Failure);
        Assert.Contains("#!train trains a network", Text(context));
    }

    private KernelActionDirective Directive(string name) => root.Directives.Single(d => d.Directive.Name == name).Directive;

    private static string Text(KernelInvocationContext context) =>
        context.Shown[^1].Values.Single(v => v.MimeType == "text/plain").Value;

    private async Task<KernelInvocationContext> Invoke(string line)
    {
        var context = new KernelInvocationContext();
        KernelInvocationContext.Current = context;
        await root.Directives.Single(d => d.Directive.Name == line.Split(' ')[0]).Handler(new DirectiveCommand(line), context);
        return context;
    }

    private async Task Run(string code)
    {
        CellResult result = await session.RunAsync(new Cell(code, "cell"), _ => { }, CancellationToken.None);
        Assert.True(result.Status == CellStatus.Ok, string.Join('\n', result.Error?.Traceback ?? []));
    }
}
