using Backprop.Display;
using Backprop.Scripting;
using Backprop.Tests.Scripting;

namespace Backprop.Tests.Notebook;

/// <summary>What holds for every directive of the library.</summary>
public sealed class DirectiveDataTests
{
    public static TheoryData<string> Names => [.. NotebookDirectives.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Help_names_every_option(string name)
    {
        Directive directive = NotebookDirectives.All.Single(d => d.Name == name);
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value($"{name} --help");
        string help = session.Shown().Single();
        Assert.StartsWith($"{name} {directive.Summary}.", help);
        Assert.All(directive.Arguments.Concat(directive.Options), option => Assert.Contains(option.Summary, help));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Completion_offers_every_option(string name)
    {
        Directive directive = NotebookDirectives.All.Single(d => d.Name == name);
        await using var session = new CSharpSession(DirectiveSession.Options());
        string line = $"{name} --";
        Completions found = await session.CompleteAsync(line, line.Length, CancellationToken.None);
        Assert.Equal(directive.Options.Select(o => o.Name).Order(StringComparer.Ordinal), found.Items.Select(i => i.Text));
    }

    [Fact]
    public async Task Completion_offers_the_variables_of_the_right_type()
    {
        await using var session = new CSharpSession(DirectiveSession.Options());
        await session.RunAsync(
            new Cell("var net = new Linear(2, 2); var data = Datasets.Moons(8); var x = Tensor.Zeros(2); var s = \"\";", "cell"),
            _ => { }, CancellationToken.None);
        Assert.Equal(["net"], await Offered("#!train n"));
        Assert.Equal(["data"], await Offered("#!train net --data "));
        Assert.Equal(["x"], await Offered("#!gradcheck F --at "));
        Assert.Equal(["adagrad", "adam", "adamw"], await Offered("#!train net --optimizer ad"));
        Assert.Contains("L08.d", await Offered("#!check L0"));

        async Task<IEnumerable<string>> Offered(string line) =>
            (await session.CompleteAsync(line, line.Length, CancellationToken.None)).Items.Select(i => i.Text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_directive_has_at_most_one_value_without_a_name(string name)
    {
        // Other hosts allow no second one.
        Directive directive = NotebookDirectives.All.Single(d => d.Name == name);
        Assert.True(directive.Arguments.Count <= 1);
        Assert.All(directive.Options, o => Assert.Matches("^--[a-z]+(-[a-z]+)*$", o.Name));
        Assert.Matches("^[a-z].*[^.]$", directive.Summary);
    }

    [Fact]
    public void Neither_the_compiler_nor_a_parser_can_be_reached_from_the_library()
    {
        var seen = new HashSet<string>();
        Visit(typeof(NotebookDirectives).Assembly);
        Assert.DoesNotContain(seen, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain("System.CommandLine", seen);
        Assert.Contains("Backprop.Display", seen);

        void Visit(System.Reflection.Assembly assembly)
        {
            foreach (System.Reflection.AssemblyName used in assembly.GetReferencedAssemblies())
            {
                bool isNew = seen.Add(used.Name!);
                if (isNew && used.Name!.StartsWith("Backprop", StringComparison.Ordinal))
                    Visit(System.Reflection.Assembly.Load(used));
            }
        }
    }

    [Fact]
    public async Task A_check_finds_the_function_that_the_exercise_names()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("(long Paths, long Edges) Count(int layers, int width) => throw new NotImplementedException();");
        await session.Value("#!check L08.d");
        Assert.StartsWith("NOT YET L08.d", session.Shown().Single());
        await session.Value("(long, long) Mine(int layers, int width) => (1, 1);\n#!check L08.d --function Mine");
        Assert.StartsWith("NOT YET L08.d", session.Shown()[^1]);
        await session.Value("#!hint l08.d");
        Assert.StartsWith("Hint 1 of ", session.Shown()[^1]);
    }

    [Theory]
    [InlineData("#!check L99.z", "No exercise is called L99.z. There are ")]
    [InlineData("#!check L08.d", "L08.d needs a function: (long Paths, long Edges) Count(int layers, int width).")]
    [InlineData("#!hint L99.z", "No exercise is called L99.z.")]
    public async Task A_check_without_exercise_or_function_says_what_is_missing(string line, string message)
    {
        await using NotebookSession session = DirectiveSession.Start();
        Assert.StartsWith(message, (await session.Error(line)).Message);
    }
}
