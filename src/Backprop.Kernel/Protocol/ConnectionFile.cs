using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace Backprop.Kernel;

/// <summary>How clients reach a kernel: a small JSON file that they and the kernel read.</summary>
/// <param name="Ip">The address that the kernel listens on, or, for <c>ipc</c>, a path to which the ports are added.</param>
/// <param name="Transport"><c>tcp</c> or <c>ipc</c>.</param>
/// <param name="Key">The secret that messages are signed with.</param>
/// <param name="ShellPort">Requests.</param>
/// <param name="ControlPort">Requests that do not wait behind a running cell.</param>
/// <param name="StdinPort">Questions to the person.</param>
/// <param name="IopubPort">What cells show.</param>
/// <param name="HbPort">The heartbeat.</param>
/// <param name="SignatureScheme"><c>hmac-sha256</c>.</param>
/// <param name="KernelName">The name of the kernelspec.</param>
public sealed record ConnectionFile(
    string Ip,
    string Key,
    int ShellPort,
    int ControlPort,
    int StdinPort,
    int IopubPort,
    int HbPort,
    string Transport = "tcp",
    string SignatureScheme = "hmac-sha256",
    string KernelName = "")
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads a connection file, or, where there is none, makes one with free ports and a new key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="allowEmptyKey">Whether messages without signature are welcome.</param>
    /// <exception cref="KernelException">The file cannot be read or written, or says what is not supported.</exception>
    public static ConnectionFile ReadOrCreate(string path, bool allowEmptyKey = false)
    {
        try
        {
            if (!File.Exists(path))
                return Create(path);
            ConnectionFile file = Json.Read<ConnectionFile>(File.ReadAllBytes(path));
            file.Check(path, allowEmptyKey);
            return file;
        }
        catch (JsonException error)
        {
            throw new KernelException($"{path} is no connection file. {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KernelException($"The connection file {path} cannot be opened: {error.Message}", error);
        }
    }

    /// <summary>The address of one of the five sockets.</summary>
    internal ZmtpAddress AddressOf(int port) => ZmtpAddress.Parse(Transport == "ipc"
        ? string.Create(CultureInfo.InvariantCulture, $"ipc://{Ip}-{port}")
        : string.Create(CultureInfo.InvariantCulture, $"tcp://{Ip}:{port}"));

    private void Check(string path, bool allowEmptyKey)
    {
        if (Transport is not ("tcp" or "ipc"))
            throw new KernelException($"{path} asks for the transport `{Transport}`; there are tcp and ipc.");
        if (SignatureScheme != "hmac-sha256" && Key.Length > 0)
            throw new KernelException($"{path} asks for signatures by `{SignatureScheme}`; there is hmac-sha256.");
        if (Key.Length == 0 && !allowEmptyKey)
        {
            throw new KernelException(
                $"{path} has an empty key: anybody who reaches the ports could run code. Use --allow-empty-key to permit it.");
        }
        try
        {
            AddressOf(ShellPort);
        }
        catch (FormatException error)
        {
            throw new KernelException($"{path}: {error.Message}", error);
        }
    }

    // The ports are free now; who takes one in the next moment makes the kernel end with a message.
    private static ConnectionFile Create(string path)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
            listener.Stop();
        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var file = new ConnectionFile("127.0.0.1", key, ports[0], ports[1], ports[2], ports[3], ports[4]);

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string temporary = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(temporary, options))
            stream.Write(Json.Write(file));
        File.Move(temporary, path);
        return file;
    }
}
