using Backprop.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Tests.Scripting.Interrupting;

public sealed class GuardWriterTests(SharedSession shared) : IClassFixture<SharedSession>
{
    [Theory]
    [InlineData("while (true) ;", "while (true) {Check();;}")]
    [InlineData("while (true) { x++; }", "while (true) {Check(); x++; }")]
    [InlineData("for (;;)\n    x++; // up", "for (;;)\n    {Check();x++;} // up")]
    [InlineData("do x++; while (true);", "do {Check();x++;} while (true);")]
    [InlineData("while (a) while (b) c();", "while (a) {Check();while (b) {Check();c();}}")]
    [InlineData("again: goto again;", "again: {Check();goto again;}")]
    [InlineData("int F(int x) => x + 1;", "int F(int x) {Check();return x + 1;}")]
    [InlineData("int F(int x)\n    =>\n    F(x);", "int F(int x)\n    {Enter();\n    return F(x);}")]
    [InlineData("void F() => G();", "void F() {Enter(); G();}")]
    [InlineData("async Task F() => await G();", "async Task F() {EnterAsync(); await Await(G());}")]
    [InlineData("async Task<int> F() => await G();", "async Task<int> F() {EnterAsync(); return await Await(G());}")]
    [InlineData("int F() => throw new Exception();", "int F() => throw new Exception();")]
    [InlineData("class C { int P => 1; }", "class C { int P {get{Check(); return 1;}} }")]
    [InlineData("class C { int P { get => 1; set => x = value; } }", "class C { int P { get {Check(); return 1;} set {Check(); x = value;} } }")]
    [InlineData("class C { C() => F(); ~C() { F(); } }", "class C { C() {Enter(); F();} ~C() {Enter(); F(); } }")]
    [InlineData("class C { public override string ToString() => \"\" + x; }", "class C { public override string ToString() {Enter(); return \"\" + x;} }")]
    [InlineData("Action a = () => { };", "Action a = () => {Check(); };")]
    [InlineData("Action a = delegate { F(); };", "Action a = delegate {Enter(); F(); };")]
    [InlineData("try { } catch { }", "try { } catch {Caught(); }")]
    [InlineData("int x = 1; Console.Write(x)", "int x = 1; Console.Write(x)")]
    public void Guards_stand_on_the_lines_of_what_they_guard(string typed, string guarded)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(typed, CellCompilations.ParseOptions);
        string written = GuardWriter.Write(tree, lambdas: null).ToString();
        Assert.Equal(guarded.Replace(" ", ""), written.Replace("global::Backprop.Display.CellGuard.", "").Replace(" ", ""));
        Assert.Equal(typed.Split('\n').Length, written.Split('\n').Length);
    }

    [Theory]
    [InlineData("Expression<Func<int, bool>> e = x => x > 1;\ne", "x => (x > 1)")]
    [InlineData("Expression<Func<int[], int>> e = a => a.Select(x => x + 1).Sum();\ne", "a => a.Select(x => (x + 1)).Sum()")]
    [InlineData("Expression e = (int x) => x + 1;\ne", "x => (x + 1)")]
    [InlineData("string Show(Expression<Func<int, int>> e) => e.ToString();\nShow(x => x * 2)", "x => (x * 2)")]
    [InlineData("new[] { 1, 2 }.AsQueryable().Where(x => x > 1).Expression.ToString().Split('.')[^1]", "Where(x => (x > 1))")]
    [InlineData("(from x in new[] { 1, 2 }.AsQueryable() where x > 1 select x + 1).Expression.ToString().Split(\"]\")[^1]",
        ".Where(x => (x > 1)).Select(x => (x + 1))")]
    public async Task Expression_trees_hold_the_learners_code_and_nothing_else(string code, string text)
    {
        Assert.Equal(text, await shared.Session.Value("using System.Linq.Expressions;\n" + code));
    }

    [Theory]
    [InlineData("Func<int, double> f = x => 1;\nf(0)", "1")]
    [InlineData("var l = new List<int> { 1, 2 }; new[] { 1 }.ToList().ForEach(x => l.Remove(x));\nl.Count", "1")]
    [InlineData("int n = 0; void Add(int x) => n += x;\nParallel.For(0, 4, i => Add(0)); new List<int> { 5 }.ForEach(x => Add(x)); n", "5")]
    [InlineData("Func<int, byte> f = x => 1;\nf(0)", "1")]
    [InlineData("Func<int, int[]> f = x => [x, x];\nf(3).Length", "2")]
    [InlineData("Func<List<int>> f = () => new() { 1 };\nf().Count", "1")]
    [InlineData("var l = new List<int>(); Action<int> a = x => l.Add(x);\na(1); l.Count", "1")]
    [InlineData("int n = 0; Action a = () => n++;\na(); n", "1")]
    [InlineData("Func<Func<int, int>, int> twice = g => g(g(1));\ntwice(x => x + 1)", "3")]
    [InlineData("Func<int, Func<int, int>> add = a => b => a + b;\nadd(1)(2)", "3")]
    [InlineData("await Task.Run(() => 5)", "5")]
    [InlineData("await Task.Run(async () => { await Task.Yield(); return 6; })", "6")]
    [InlineData("await Task.Run(async () => await Task.FromResult(7))", "7")]
    [InlineData("Func<Task> f = async () => await Task.Yield();\nawait f(); 8", "8")]
    [InlineData("int[] a = [1, 2]; ref int Last() => ref a[^1];\nLast() = 9; a[1]", "9")]
    [InlineData("new[] { 3, 1 }.OrderBy(x => x).First()", "1")]
    [InlineData("(from x in new[] { 1, 2 } let y = x * x where y > 1 select new { x, y }).First().y", "4")]
    [InlineData("(from x in new[] { 1, 2, 3 } group x by x % 2 into g orderby g.Key select g.Count()).First()", "1")]
    [InlineData("delegate int Pick(ref int x);\nPick p = (ref int x) => x;\nint v = 4; p(ref v)", "4")]
    [InlineData("int F(Action a) { a(); return 1; } int F(Func<int> f) => 2;\nF(() => Console.Write(\"\")) + F(() => 3)", "3")]
    [InlineData("class P { int v; public int V { get => v; init => v = value; } public int this[int i] => v + i; }\nnew P { V = 1 }[2]", "3")]
    [InlineData("struct S { public int X; public static implicit operator S(int x) => new() { X = x }; }\nS s = 5; s.X", "5")]
    [InlineData("int F(int x) => x switch { < 0 => -1, 0 => 0, _ => 1 };\nF(5)", "1")]
    [InlineData("async ValueTask<int> F() { await new ValueTask(Task.Delay(1)); return await new ValueTask<int>(2); }\nawait F()", "2")]
    [InlineData("class A { public AwaiterOf GetAwaiter() => new(); }\n"
        + "class AwaiterOf : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; "
        + "public int GetResult() => 4; public void OnCompleted(Action a) { } }\nawait new A()", "4")]
    [InlineData("dynamic d = Task.FromResult(3);\nawait d", "3")]
    [InlineData("int n = 0; try { throw new FormatException(); } catch (FormatException) when (n == 0) { n = 1; } finally { n += 2; }\nn", "3")]
    public async Task Code_means_the_same_with_guards(string code, string value)
    {
        Assert.Equal(value, await shared.Session.Value(code));
    }

    [Fact]
    public async Task A_mistake_is_told_of_the_text_that_was_typed()
    {
        await using var session = new NotebookSession();
        CellError error = await session.Error("while (true) Foo(x => x + Bar);");
        Assert.Contains("    while (true) Foo(x => x + Bar);", error.Traceback);
        Assert.Contains("                 ^^^", error.Traceback);
    }

    [Fact]
    public async Task A_file_that_a_cell_loads_can_be_interrupted_too()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "loops.csx"), "void Loop() { while (true) { } }\nint Sum(int n) => n + Sum(n);");
        await using var session = new NotebookSession(new SessionOptions { Folder = folder });
        await session.Value("#load \"loops.csx\"\nint x = 1;");
        Assert.Equal(CellStatus.Interrupted, (await session.Interrupted("Loop();")).Status);
        Assert.Equal("StackOverflow", (await session.Error("Sum(1)")).Name);
        Assert.Equal("1", await session.Value("x"));
        Directory.Delete(folder, recursive: true);
    }
}
