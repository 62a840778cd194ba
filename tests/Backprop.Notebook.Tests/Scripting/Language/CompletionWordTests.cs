using Backprop.Display;
using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Language;

public sealed class CompletionWordTests
{
    [Theory]
    [InlineData("|", "foreach, class, var, using", "else, catch, select, this")]
    [InlineData("var x = |", "new, typeof, true", "foreach, class")]
    [InlineData("if (true) { } |", "else", "catch")]
    [InlineData("if (true) { } el|", "else", "")]
    [InlineData("try { } |", "catch, finally", "else")]
    [InlineData("while (true) { |", "break, continue", "public")]
    [InlineData("class A { |", "public, override, int", "foreach, else")]
    [InlineData("class A { int F() => |", "this, base", "foreach")]
    [InlineData("public |", "class, int", "foreach:")]
    [InlineData("list |", "is, switch", "foreach, list")]
    [InlineData("list.Count |", "is, switch", "foreach, list")]
    [InlineData("var t = list |", "is, switch", "foreach, list")]
    [InlineData("foreach (var x |", "in", "is, list")]
    [InlineData("from x in list |", "where, select, orderby", "else")]
    [InlineData("int.TryParse(\"1\", |", "out, ref", "foreach")]
    [InlineData("using |", "static, System", "Console, foreach")]
    [InlineData("using System.|", "Net, Text", "Console")]
    [InlineData("using static System.Ma|", "Math", "")]
    [InlineData("using System.Net.|", "Http", "")]
    [InlineData("List<|", "int, string", "foreach, list")]
    [InlineData("switch (1) { case 1: break; |", "case, default", "")]
    public async Task Words_come_where_they_may_stand(string text, string offered, string absent)
    {
        await using var typist = new Typist();
        await typist.Run("List<int> list = [1, 2];");
        IReadOnlyList<string> found = await typist.Offered(text);
        Assert.All(offered.Split(", "), word => Assert.Contains(word, found));
        Assert.All(absent.Split(", "), word => Assert.DoesNotContain(word, found));
    }

    [Fact]
    public async Task Paths_of_files_are_offered_within_their_directives()
    {
        string folder = Directory.CreateTempSubdirectory("paths").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "libraries"));
            foreach (string name in (string[])["tool.dll", "tool.cs", "tool.txt", "libraries/other.dll", ".hidden.dll"])
                File.WriteAllText(Path.Combine(folder, name), "");
            await using var typist = new Typist(new SessionOptions { Folder = folder });
            Assert.Equal(["libraries/", "tool.dll"], await typist.Offered("#r \"|"));
            Assert.Equal(["libraries/", "tool.cs"], await typist.Offered("1\n#load \"|\""));
            Assert.Equal(new Completions(13, 15, [new("other.dll", CompletionKind.Path, "")]).Items,
                (await typist.Complete("#r \"libraries/ot|")).Items);
            Assert.Empty(await typist.Offered("#r \"nowhere/|"));
            Assert.Empty(await typist.Offered("#r \"nuget: to|"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Directives_their_options_and_values_are_offered()
    {
        var paint = new Directive("#!paint", "paints", _ => Task.CompletedTask)
        {
            Options =
            [
                DirectiveOption.Of<int>("--layers", "how many"),
                DirectiveOption.Of<string>("--what", "a variable") with
                {
                    Completions = host => host.Variables.Select(v => v.Name),
                },
            ],
        };
        await using var typist = new Typist(new SessionOptions { Directives = [paint] });
        await typist.Run("int fence = 1;");
        Assert.Equal(["#!paint"], await typist.Offered("1 + 1\n#!pa|\n2"));
        Assert.Contains("#!time", await typist.Offered("#!|"));
        Assert.Equal(["--layers", "--what"], await typist.Offered("#!paint --|"));
        Assert.Equal(["--what"], await typist.Offered("#!paint --layers 2 |"));
        Assert.Equal(["fence"], await typist.Offered("#!paint --what |"));
        Assert.Contains("paints", await typist.Help("#!pai|nt"));
        Assert.Contains("CompareTo", await typist.Offered("#!time\nfence.|"));
        Assert.Empty(await typist.Offered("#!markdown\nfence.|"));
        Assert.Empty(await typist.Offered("var s = \"\"\"\n  #!pa|\n  \"\"\";"));
    }
}
