using System;
using System.Collections.Generic;
using Scenestream.V2;

namespace Scenestream
{
    /// <summary>What a client says of itself and wants, at every connection.</summary>
    public sealed class SessionOptions
    {
        /// <summary>"Studio/1.2 (Unity 6000.0)": for whoever debugs the session.</summary>
        public string Client = "scenestream-unity";

        /// <summary>The session to join; empty for a new one.</summary>
        public string Session = "";

        /// <summary>A token. Shells that can set headers send it as one, too.</summary>
        public string Token = "";

        /// <summary>What the session's owner gave to others.</summary>
        public string Invitation = "";

        public Hello.Types.Delivery Delivery = Hello.Types.Delivery.Reference;
        public bool Progress = true;
        public bool Review;
        public readonly List<string> Accepts = new List<string>();

        /// <summary>Not null: the session is watched again, and nothing of it is changed.</summary>
        public Playback Replay;
    }

    /// <summary>Where a client stands. <see cref="SessionClient"/> says what leads from one to the other.</summary>
    public enum SessionStatus
    {
        /// <summary>Not connected: <see cref="SessionClient.ConnectAt"/> says when to.</summary>
        Waiting,

        /// <summary>A connection is being made, or its Hello is not answered yet.</summary>
        Entering,

        Live,

        /// <summary>It ended for good; <see cref="SessionClient.Stopped"/> says why.</summary>
        Stopped
    }

    /// <summary>A frame that was received, and what it changed of the scene.</summary>
    public sealed class Received
    {
        public readonly ServerFrame Frame;
        public readonly SceneDelta Scene;

        public Received(ServerFrame frame, SceneDelta scene)
        {
            Frame = frame;
            Scene = scene;
        }
    }
}
