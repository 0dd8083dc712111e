using System.Collections.Generic;
using UnityEngine;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// Follows what is said about the view: "show me only the sofa", "look at the table". Selected objects are
    /// tinted, the others hidden where only they are to be seen; the camera goes where it is sent. Optional.
    /// </summary>
    [AddComponentMenu("Scenestream/View Follower")]
    [RequireComponent(typeof(ScenestreamClient))]
    public sealed class ViewFollower : MonoBehaviour
    {
        [Tooltip("The camera to move; none: only selections are followed.")]
        public Transform Camera;

        [Tooltip("What plays an animation, if the scene has one.")]
        public Animator Animator;

        [Tooltip("Frames a second of the animation.")]
        public float FrameRate = 30f;

        private readonly Dictionary<string, Color> selected = new Dictionary<string, Color>();
        private ScenestreamClient client;
        private bool only;
        private Vector3 home;
        private Quaternion homeRotation;

        /// <summary>Ids of the nodes that are selected.</summary>
        public ICollection<string> Selected { get { return selected.Keys; } }

        private void OnEnable()
        {
            client = GetComponent<ScenestreamClient>();
            client.Events.Viewed += Follow;
            client.OnSceneChanged.AddListener(Show);
            if (Camera == null) return;
            home = Camera.position;
            homeRotation = Camera.rotation;
        }

        private void OnDisable()
        {
            client.Events.Viewed -= Follow;
            client.OnSceneChanged.RemoveListener(Show);
            selected.Clear();
            only = false;
            Show();
        }

        /// <summary>Does what <paramref name="view"/> says.</summary>
        public void Follow(string request, Wire.View view)
        {
            switch (view.ChangeCase)
            {
                case Wire.View.ChangeOneofCase.Select:
                    selected.Clear();
                    only = view.Select.Only && view.Select.Nodes.Count > 0;
                    for (int i = 0; i < view.Select.Nodes.Count; i++) Add(view.Select, i);
                    Show();
                    break;
                case Wire.View.ChangeOneofCase.Toggle:
                    for (int i = 0; i < view.Toggle.Nodes.Count; i++)
                        if (!selected.Remove(view.Toggle.Nodes[i])) Add(view.Toggle, i);
                    only = (only || view.Toggle.Only) && selected.Count > 0;
                    Show();
                    break;
                case Wire.View.ChangeOneofCase.Camera:
                    if (Camera != null) Look(view.Camera);
                    break;
                case Wire.View.ChangeOneofCase.ResetCamera:
                    if (Camera != null) Camera.SetPositionAndRotation(home, homeRotation);
                    break;
                case Wire.View.ChangeOneofCase.Frame:
                    if (Animator != null) Animator.PlayInFixedTime(0, 0, view.Frame / FrameRate);
                    break;
                case Wire.View.ChangeOneofCase.Playing:
                    if (Animator != null) Animator.speed = view.Playing ? 1f : 0f;
                    break;
            }
        }

        private void Add(Wire.View.Types.Selection told, int number)
        {
            Wire.Color colour = number < told.Colors.Count ? told.Colors[number] : null;
            selected[told.Nodes[number]] = colour == null ? Color.yellow : Frames.Colour(colour);
        }

        /// <summary>The scene's frame is the client's own transform.</summary>
        private void Look(Wire.View.Types.Camera told)
        {
            Vector3 from = client.transform.TransformPoint(Frames.Vector(told.Position, Vector3.zero));
            Camera.position = from;
            Camera.LookAt(client.transform.TransformPoint(Frames.Vector(told.Target, Vector3.zero)));
        }

        /// <summary>Tints and hides without touching materials, so that nothing has to be put back.</summary>
        private void Show()
        {
            if (client.Builder == null) return;
            var block = new MaterialPropertyBlock();
            foreach (NodeView view in client.Builder.Views.Values)
            {
                if (view == null || view.Visual == null) continue;
                Color colour;
                bool isSelected = Above(view, out colour);
                block.Clear();
                if (isSelected)
                {
                    block.SetColor("_BaseColor", colour);
                    block.SetColor("_Color", colour);
                    block.SetColor("baseColorFactor", colour); // glTFast's
                }
                foreach (Renderer shown in view.Visual.GetComponentsInChildren<Renderer>(true))
                {
                    shown.SetPropertyBlock(isSelected ? block : null);
                    shown.enabled = isSelected || !only;
                }
            }
        }

        /// <summary>Whether the node or one above it is selected.</summary>
        private bool Above(NodeView view, out Color colour)
        {
            for (Transform place = view.transform; place != null && place != client.transform; place = place.parent)
            {
                NodeView above = place.GetComponent<NodeView>();
                if (above != null && selected.TryGetValue(above.Id, out colour)) return true;
            }
            colour = Color.white;
            return false;
        }
    }
}
