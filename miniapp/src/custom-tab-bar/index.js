// WeChat wants this component where the app draws its own tab bar; the pages draw it (ui/Tabs.tsx).
Component({});
