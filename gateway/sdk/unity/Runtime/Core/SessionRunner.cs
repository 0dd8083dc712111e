using System;

namespace Scenestream
{
    /// <summary>
    /// Keeps a session connected: call <see cref="Update"/> often, from one thread; what happens is told there.
    /// </summary>
    public sealed class SessionRunner : IDisposable
    {
        /// <summary>Seconds that a server may take to answer a Hello.</summary>
        public const double WelcomePatience = 15.0;

        private readonly SessionClient client;
        private readonly Func<ILink> connect;
        private ILink link;
        private bool saidHello;
        private double since;

        /// <param name="connect">Begins a connection: <see cref="WebSocketLink"/>.</param>
        public SessionRunner(SessionClient client, Func<ILink> connect)
        {
            this.client = client;
            this.connect = connect;
        }

        /// <summary>A frame was applied.</summary>
        public event Action<Received> Heard;

        /// <summary>A connection is over, or the server's scene was not ours: why. It goes on by itself.</summary>
        public event Action<string> Interrupted;

        /// <summary>Connects, receives and sends what there is, for <paramref name="budget"/> seconds at most
        /// (what is left comes next time). <paramref name="clock"/>: seconds, never going back.</summary>
        public void Update(Func<double> clock, double budget)
        {
            double now = clock();
            if (link == null)
            {
                if (client.Status != SessionStatus.Waiting || now < client.ConnectAt) return;
                client.Connecting();
                link = connect();
                saidHello = false;
                since = now;
            }
            if (link.IsOpen && !saidHello)
            {
                saidHello = true;
                since = now;
                client.Connected();
            }
            bool isOver = link.IsOver;
            bool isDrained = Receive(clock, now + budget);
            if (link == null) return;
            if (isOver && isDrained) Lose(link.Why, now);
            else if (client.Status == SessionStatus.Stopped) link.Dispose();
            else if (client.Status == SessionStatus.Entering && saidHello && now - since > WelcomePatience)
                Lose("the server did not answer the Hello", now);
            else if (client.IsUnanswered(now)) Lose("the server does not answer any more", now);
            else if (link.IsOpen)
                foreach (byte[] frame in client.TakeOutgoing(now)) link.Send(frame);
        }

        /// <summary>Connects again and asks for the whole scene: with new URLs of its assets, for one.</summary>
        public void StartAnew(string why, double now)
        {
            client.StartAnew();
            if (link != null) Lose(why, now);
        }

        public void Dispose()
        {
            if (link != null) link.Dispose();
            link = null;
        }

        private bool Receive(Func<double> clock, double until)
        {
            byte[] data;
            while (link.TryReceive(out data))
            {
                try
                {
                    Received received = client.Receive(data, clock());
                    if (received != null && Heard != null) Heard(received);
                    if (link == null) return false; // who was told has ended it
                }
                catch (ScenestreamException wrong)
                {
                    Lose(wrong.Message, clock());
                    return false;
                }
                if (clock() >= until) return false;
            }
            return true;
        }

        private void Lose(string why, double now)
        {
            Dispose();
            client.Lost(now);
            if (Interrupted != null) Interrupted(why);
        }
    }
}
