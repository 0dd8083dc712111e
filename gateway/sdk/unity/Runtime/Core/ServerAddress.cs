using System;

namespace Scenestream
{
    /// <summary>Where a gateway is: the WebSocket's place, and those of assets.</summary>
    public sealed class ServerAddress
    {
        /// <summary>The subprotocol to offer.</summary>
        public const string Subprotocol = "scenestream.v2";

        private readonly Uri socket;

        /// <param name="url">"ws://127.0.0.1:8765/", "wss://scenes.example/door": with http(s), too; without a
        /// scheme, ws.</param>
        public ServerAddress(string url)
        {
            string told = (url ?? "").Trim();
            if (told.IndexOf("://", StringComparison.Ordinal) < 0) told = "ws://" + told;
            Uri read;
            if (!Uri.TryCreate(told, UriKind.Absolute, out read) || read.Host.Length == 0 || Scheme(read) == null)
                throw new ScenestreamException(
                    "\"" + url + "\" is no address of a gateway; give one as ws://127.0.0.1:8765/");
            socket = new UriBuilder(read) { Scheme = Scheme(read), Port = read.IsDefaultPort ? -1 : read.Port }.Uri;
        }

        public Uri Socket { get { return socket; } }

        /// <summary>Whether an asset's URL leads to this gateway: no other is shown the token.</summary>
        public bool IsOurs(Uri place)
        {
            return place.Host == socket.Host && place.Port == Http().Port && place.Scheme == Http().Scheme;
        }

        /// <summary>The place of an asset: its URL as told, relative to the gateway, or absolute where something
        /// else keeps assets. Null: neither, or no HTTP.</summary>
        public Uri Asset(string url)
        {
            Uri place;
            if (string.IsNullOrEmpty(url) || !Uri.TryCreate(Http(), url, out place)) return null;
            return place.Scheme == "http" || place.Scheme == "https" ? place : null;
        }

        private Uri Http()
        {
            string scheme = socket.Scheme == "wss" ? "https" : "http";
            return new UriBuilder(socket) { Scheme = scheme, Port = socket.Port, Query = "" }.Uri;
        }

        private static string Scheme(Uri url)
        {
            switch (url.Scheme)
            {
                case "ws":
                case "http":
                    return "ws";
                case "wss":
                case "https":
                    return "wss";
                default:
                    return null;
            }
        }
    }
}
