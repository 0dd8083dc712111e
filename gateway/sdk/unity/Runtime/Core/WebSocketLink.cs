using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;

namespace Scenestream
{
    /// <summary>One connection, as whoever runs a session sees it. All members return at once.</summary>
    public interface ILink : IDisposable
    {
        bool IsOpen { get; }

        /// <summary>Over: it is closed, or could not be made. What came before may still wait.</summary>
        bool IsOver { get; }

        /// <summary>Why it is over; empty before.</summary>
        string Why { get; }

        bool TryReceive(out byte[] frame);
        void Send(byte[] frame);
    }

    /// <summary>A WebSocket on threads of its own; frames wait in queues for the thread that asks.</summary>
    public sealed class WebSocketLink : ILink
    {
        /// <summary>Seconds that connecting may take.</summary>
        public const double Patience = 10.0;

        /// <summary>Bytes of one frame; assets come inline where that is asked for.</summary>
        public const int LargestFrame = 256 << 20;

        private readonly ClientWebSocket socket = new ClientWebSocket();
        private readonly CancellationTokenSource ending = new CancellationTokenSource();
        private readonly ConcurrentQueue<byte[]> received = new ConcurrentQueue<byte[]>();
        private readonly ConcurrentQueue<byte[]> unsent = new ConcurrentQueue<byte[]>();
        private readonly SemaphoreSlim stirred = new SemaphoreSlim(0);
        private volatile bool isOpen;
        private volatile bool isOver;
        private volatile string why = "";

        /// <param name="token">Sent in a header; empty for none.</param>
        public WebSocketLink(Uri place, string token)
        {
            socket.Options.AddSubProtocol(ServerAddress.Subprotocol);
            socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(20);
            if (!string.IsNullOrEmpty(token)) socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
            Task.Run(() => Run(place));
        }

        public bool IsOpen { get { return isOpen && !isOver; } }
        public bool IsOver { get { return isOver; } }
        public string Why { get { return why; } }

        public bool TryReceive(out byte[] frame)
        {
            return received.TryDequeue(out frame);
        }

        public void Send(byte[] frame)
        {
            unsent.Enqueue(frame);
            stirred.Release();
        }

        public void Dispose()
        {
            if (!ending.IsCancellationRequested) ending.Cancel();
        }

        private async Task Run(Uri place)
        {
            try
            {
                using (var late = CancellationTokenSource.CreateLinkedTokenSource(ending.Token))
                {
                    late.CancelAfter(TimeSpan.FromSeconds(Patience));
                    await socket.ConnectAsync(place, late.Token).ConfigureAwait(false);
                }
                if (socket.SubProtocol != ServerAddress.Subprotocol)
                    throw new ScenestreamException(
                        place.Host + " does not speak " + ServerAddress.Subprotocol + "; give a Scenestream gateway");
                isOpen = true;
                Task sending = SendAll();
                await ReceiveAll().ConfigureAwait(false);
                ending.Cancel();
                await sending.ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                if (why.Length == 0) why = isOpen ? "closed here" : "no answer from " + place.Host;
            }
            catch (Exception broken) // of any kind: sockets, TLS, DNS; the next try may do better
            {
                if (why.Length == 0) why = broken.GetBaseException().Message;
            }
            finally
            {
                socket.Dispose();
                isOver = true;
            }
        }

        private async Task ReceiveAll()
        {
            var piece = new ArraySegment<byte>(new byte[64 * 1024]);
            var frame = new MemoryStream();
            while (true)
            {
                WebSocketReceiveResult got = await socket.ReceiveAsync(piece, ending.Token).ConfigureAwait(false);
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    why = (int?)socket.CloseStatus + " " + socket.CloseStatusDescription;
                    return;
                }
                frame.Write(piece.Array, 0, got.Count);
                if (frame.Length > LargestFrame)
                    throw new ScenestreamException("a frame has more than " + LargestFrame + " bytes; connect again");
                if (!got.EndOfMessage) continue;
                received.Enqueue(frame.ToArray());
                frame.SetLength(0);
                if (frame.Capacity > 1 << 20) frame.Capacity = 1 << 20;
            }
        }

        private async Task SendAll()
        {
            try
            {
                while (true)
                {
                    await stirred.WaitAsync(ending.Token).ConfigureAwait(false);
                    byte[] frame;
                    if (!unsent.TryDequeue(out frame)) continue;
                    var whole = new ArraySegment<byte>(frame);
                    await socket.SendAsync(whole, WebSocketMessageType.Binary, true, ending.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException)
            {
                // the connection is over: what was not sent is sent again over the next one
            }
            catch (Exception broken)
            {
                if (why.Length == 0) why = broken.GetBaseException().Message;
                ending.Cancel();
            }
        }
    }
}
