using System.Text;
using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Zmtp;

public sealed class CommandTests
{
    [Fact]
    public void Commands_have_the_bytes_that_libzmq_sends()
    {
        Assert.Equal("055245414459" + "0B536F636B65742D54797065" + "00000006524F55544552",
            Hex(new ZmtpCommand.Ready("ROUTER", [])));
        Assert.Equal("095355425343524942456B65726E656C2E", Hex(new ZmtpCommand.Subscribe("kernel."u8.ToArray())));
        Assert.Equal("0643414E43454C6B65726E656C2E", Hex(new ZmtpCommand.Cancel("kernel."u8.ToArray())));
        Assert.Equal("04504F4E476162", Hex(new ZmtpCommand.Pong("ab"u8.ToArray())));
    }

    [Fact]
    public void A_socket_type_and_an_identity_are_found_among_other_properties_and_in_any_case()
    {
        byte[] body = [.. Bytes.Ready("DEALER", "client-1", "socket-TYPE").AsSpan(2), 1, (byte)'X', 0, 0, 0, 1, 7];
        var ready = Assert.IsType<ZmtpCommand.Ready>(ZmtpCommand.Decode(body));
        Assert.Equal("DEALER", ready.SocketType);
        Assert.Equal("client-1", Encoding.ASCII.GetString(ready.Identity));
    }

    [Fact]
    public void A_ping_carries_a_context_and_an_unknown_command_its_name()
    {
        byte[] ping = Bytes.Command("PING", [0, 16, .. "ctxt"u8]).AsSpan(2).ToArray();
        Assert.Equal("ctxt", Encoding.ASCII.GetString(Assert.IsType<ZmtpCommand.Ping>(ZmtpCommand.Decode(ping)).Context));
        Assert.Equal(new ZmtpCommand.Unknown("JOIN"), ZmtpCommand.Decode(Bytes.Command("JOIN", [1]).AsSpan(2)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("05524541")]
    [InlineData("0552454144590B536F636B65742D54797065000000FF44")]
    [InlineData("0552454144590B536F636B65742D54797065FFFFFFFF44")]
    [InlineData("0450494E4700")]
    [InlineData("0450494E4700003131313131313131313131313131313131")]
    public void What_ends_too_early_or_is_too_long_is_refused(string hex)
    {
        Assert.Throws<ZmtpException>(() => ZmtpCommand.Decode(Convert.FromHexString(hex)));
    }

    private static string Hex(ZmtpCommand command) => Convert.ToHexString(command.Encode());
}
