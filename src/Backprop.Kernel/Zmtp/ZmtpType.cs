namespace Backprop.Kernel;

/// <summary>The roles that two peers can have for each other.</summary>
internal enum ZmtpType
{
    /// <summary>Talks to one peer, in any order.</summary>
    Dealer,

    /// <summary>Talks to many peers and names the one it means.</summary>
    Router,

    /// <summary>Asks and waits for the answer.</summary>
    Req,

    /// <summary>Answers who asked.</summary>
    Rep,

    /// <summary>Sends to all who subscribed.</summary>
    Pub,

    /// <summary>As <see cref="Pub"/>, and sees the subscriptions.</summary>
    XPub,

    /// <summary>Subscribes and receives.</summary>
    Sub,

    /// <summary>As <see cref="Sub"/>, with subscriptions as messages.</summary>
    XSub,
}

/// <summary>The names of socket types on the wire, and who may talk to whom.</summary>
internal static class ZmtpTypes
{
    private static readonly ZmtpType[] All = Enum.GetValues<ZmtpType>();

    /// <summary>The name as READY carries it, such as <c>ROUTER</c>.</summary>
    public static string WireName(this ZmtpType type) => type.ToString().ToUpperInvariant();

    /// <summary>Whether a peer that calls itself so may connect to a socket of this type.</summary>
    public static bool Accepts(this ZmtpType own, string peer) =>
        All.Any(type => type.WireName() == peer && Fits(own, type));

    private static bool Fits(ZmtpType own, ZmtpType peer) => own switch
    {
        ZmtpType.Router => peer is ZmtpType.Dealer or ZmtpType.Req or ZmtpType.Router,
        ZmtpType.Dealer => peer is ZmtpType.Dealer or ZmtpType.Rep or ZmtpType.Router,
        ZmtpType.Req => peer is ZmtpType.Rep or ZmtpType.Router,
        ZmtpType.Rep => peer is ZmtpType.Req or ZmtpType.Dealer,
        ZmtpType.Pub or ZmtpType.XPub => peer is ZmtpType.Sub or ZmtpType.XSub,
        _ => peer is ZmtpType.Pub or ZmtpType.XPub,
    };
}
