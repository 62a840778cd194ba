using Backprop.Kernel;
using Backprop.Tests.Documents;

namespace Backprop.Tests.Kernel.Protocol;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Valid = """
        {"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5, "ip": "127.0.0.1",
         "key": "k", "transport": "tcp", "signature_scheme": "hmac-sha256", "kernel_name": "x", "unknown": []}
        """;

    private readonly TempFolder folder = new();

    private string FilePath => Path.Combine(folder.Path, "sub", "kernel-1.json");

    [Fact]
    public void A_file_as_Jupyter_writes_it_is_read()
    {
        ConnectionFile file = Read(Valid);
        Assert.Equal((1, 2, 3, 4, 5), (file.ShellPort, file.IopubPort, file.StdinPort, file.ControlPort, file.HbPort));
        Assert.Equal(("127.0.0.1", "k"), (file.Ip, file.Key));
        Assert.Equal("tcp://127.0.0.1:2", file.AddressOf(file.IopubPort).ToString());
        ConnectionFile ipc = Read(Valid.Replace("\"tcp\"", "\"ipc\"").Replace("127.0.0.1", "/tmp/kernel"));
        Assert.Equal("ipc:///tmp/kernel-2", ipc.AddressOf(ipc.IopubPort).ToString());
    }

    [Fact]
    public void Where_there_is_none_one_is_made_that_only_its_owner_can_read()
    {
        ConnectionFile made = ConnectionFile.ReadOrCreate(FilePath);
        Assert.Equal(made, ConnectionFile.ReadOrCreate(FilePath));
        Assert.Equal(64, made.Key.Length);
        Assert.Equal(5, new HashSet<int> { made.ShellPort, made.IopubPort, made.StdinPort, made.ControlPort, made.HbPort }.Count);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        Assert.NotEqual(made.Key, ConnectionFile.ReadOrCreate(FilePath + "2").Key);
    }

    [Theory]
    [InlineData("\"key\": \"k\"", "\"key\": \"\"", "--allow-empty-key")]
    [InlineData("\"tcp\"", "\"udp\"", "`udp`")]
    [InlineData("hmac-sha256", "hmac-md5", "`hmac-md5`")]
    [InlineData("127.0.0.1", "example.org", "no IP address")]
    [InlineData("\"shell_port\": 1", "\"shell_port\": 123456", "no address")]
    [InlineData("\"hb_port\": 5,", "", "no connection file")]
    [InlineData("{", "", "no connection file")]
    public void What_is_not_supported_is_refused_with_a_reason(string old, string replacement, string reason)
    {
        string message = Assert.Throws<KernelException>(() => Read(Valid.Replace(old, replacement))).Message;
        Assert.Contains(reason, message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void An_empty_key_is_taken_when_asked_for()
    {
        string open = Valid.Replace("\"key\": \"k\"", "\"key\": \"\"");
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, open);
        Assert.Equal("", ConnectionFile.ReadOrCreate(FilePath, allowEmptyKey: true).Key);
    }

    public void Dispose() => folder.Dispose();

    private ConnectionFile Read(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, text);
        return ConnectionFile.ReadOrCreate(FilePath);
    }
}
